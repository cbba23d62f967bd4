import fs from "node:fs";
import { findAptSources } from "./aptSources";
import { createAwsEndpoint } from "./awsEndpoint";
import { AwsRecorder } from "./awsRecorder";
import { loadCertificate } from "./certificate";
import { cleanUpOnSignals } from "./cleanUp";
import type { Image } from "./image";
import { type BakeArgs, ImageBuilder } from "./imageBuilder";
import type { Instance } from "./instance";
import type { InstanceDescription } from "./instanceRecord";
import { launch } from "./launch";
import { MetadataService } from "./metadataService";
import { Network } from "./network";
import { ObjectStore } from "./objectStore";
import { PackageProxy } from "./packageProxy";
import { ensureRequirements } from "./requirements";
import { buildRootFileSystem } from "./rootFileSystem";
import { removeRun, sweepLeftovers } from "./sweep";
import { addresses } from "./vpc";
import { rigName, runFolder } from "./workspace";

/**
 * A VPC of this process's own, with what an instance finds in one, and the instances in it. One a process; any number
 * of processes side by side. What they see and call is in memory here, for tests to read.
 */
export class Rig {
  private readonly builder: ImageBuilder;
  private closing: Promise<void> | undefined;
  private readonly removeSignalListeners: () => void;

  private constructor(
    private readonly network: Network,
    readonly metadata: MetadataService,
    readonly objectStore: ObjectStore,
    readonly aws: AwsRecorder,
    readonly packages: PackageProxy,
    /** Debian with cloud-init and nothing of a workload. */
    readonly baseImage: Image,
    report: (line: string) => void,
  ) {
    this.builder = new ImageBuilder({ network, metadata, report });
    this.removeSignalListeners = cleanUpOnSignals(() => this.close());
  }

  /**
   * Opens a rig, and first makes what it lacks: packages of this machine, the base image. `report` is told of what
   * takes long. @throws Error with one message when this machine cannot run it.
   */
  static async open(report: (line: string) => void): Promise<Rig> {
    await ensureRequirements(report);
    await sweepLeftovers();
    fs.mkdirSync(runFolder, { recursive: true });
    try {
      return await Rig.setUp(report);
    } catch (error) {
      await removeRun(rigName, runFolder);
      throw error;
    }
  }

  private static async setUp(report: (line: string) => void): Promise<Rig> {
    const sources = await findAptSources();
    const certificate = await loadCertificate();
    const baseImage = await buildRootFileSystem(sources, certificate.certificate, report);
    const metadata = new MetadataService();
    const objectStore = new ObjectStore();
    const aws = new AwsRecorder();
    const packages = new PackageProxy(sources);
    const endpoint = createAwsEndpoint(certificate, metadata, (request) =>
      request.endpoint.endsWith(".s3") ? objectStore.answer(request) : aws.answer(request),
    );
    const network = await Network.create();
    await network.serve(addresses.metadataService, metadata.server);
    await network.serve(addresses.awsEndpoint, endpoint);
    await network.serve(addresses.packageProxy, packages.server);
    return new Rig(network, metadata, objectStore, aws, packages, baseImage, report);
  }

  launch(description: InstanceDescription): Promise<Instance> {
    return launch(description, this.network, this.metadata);
  }

  /** Makes an image from another by executing component documents; kept between runs. @throws ComponentStepError */
  bake(args: BakeArgs): Promise<Image> {
    return this.builder.bake(args);
  }

  /** Takes everything away, running instances without ceremony. */
  close(): Promise<void> {
    this.closing ??= this.takeDown();
    return this.closing;
  }

  private async takeDown(): Promise<void> {
    try {
      await this.network.close();
    } finally {
      await removeRun(rigName, runFolder);
      this.removeSignalListeners();
    }
  }
}
