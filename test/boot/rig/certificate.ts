import fs from "node:fs";
import path from "node:path";
import { command } from "./command";
import { region } from "./vpc";
import { workspace } from "./workspace";

/** The certificate that the rig's AWS endpoints show. Guests trust it because the root file system does. */
export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

const folder = path.join(workspace, "certificate");

/** Reads the certificate, or makes one: the same for every run, since the root file system is built with it. */
export async function loadCertificate(): Promise<Certificate> {
  const files = { certificate: path.join(folder, "certificate.pem"), key: path.join(folder, "key.pem") };
  if (!fs.existsSync(files.certificate)) {
    fs.mkdirSync(folder, { recursive: true });
    const making = `${files.certificate}.${process.pid}`;
    const names = `subjectAltName=DNS:*.${region}.amazonaws.com,DNS:*.s3.${region}.amazonaws.com`;
    await command("openssl", [
      ...["req", "-x509", "-nodes", "-days", "3650", "-subj", "/CN=Bakeline boot tests"],
      ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-addext", names],
      ...["-keyout", files.key, "-out", making],
    ]);
    fs.renameSync(making, files.certificate);
  }
  return {
    certificate: fs.readFileSync(files.certificate, "utf8"),
    key: fs.readFileSync(files.key, "utf8"),
  };
}
