import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { rigSources } from "./workspace";

export interface Address {
  readonly host: string;
  readonly port: number;
}

interface Waiting {
  resolve(handle: unknown): void;
  reject(error: Error): void;
}

/**
 * Opens sockets in another network namespace for this process. So the servers that stand for AWS live here, where a
 * test reads what they saw, and yet are reached from the namespace alone, with the callers' own addresses.
 */
export class SocketGate {
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  private constructor(private readonly child: ChildProcess) {
    child.on("message", (message, handle) => this.receive(message, handle));
    child.on("exit", () => {
      for (const { reject } of this.waiting.values())
        reject(new Error("the namespace's socket gate has ended"));
    });
  }

  static async open(namespace: string): Promise<SocketGate> {
    const program = path.join(rigSources, "namespaceSockets.js");
    // `fork` for its channel; the runtime is started by nsenter.
    const child = fork(program, [], {
      execPath: "nsenter",
      execArgv: [`--net=/run/netns/${namespace}`, "--", process.execPath],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // In a session of its own: Ctrl-C reaches this process alone, which then takes everything down in order.
      detached: true,
    });
    await once(child, "spawn");
    return new SocketGate(child);
  }

  /** Accepts connections at an address of the namespace. Closing the server ends that. */
  async listen({ host, port }: Address, onConnection: (socket: net.Socket) => void): Promise<net.Server> {
    const handle = await this.request("listen", { host, port });
    if (!(handle instanceof net.Server)) throw new Error(`no server handle for ${host}:${port}`);
    return handle.on("connection", onConnection);
  }

  /** @throws Error when nothing answers there within 400 ms. */
  async connect({ host, port }: Address): Promise<net.Socket> {
    const handle = await this.request("connect", { host, port });
    if (!(handle instanceof net.Socket)) throw new Error(`no socket handle for ${host}:${port}`);
    return handle;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, "exit");
    if (this.child.connected) this.child.disconnect();
    await exit;
  }

  private request(kind: "listen" | "connect", address: Address): Promise<unknown> {
    const id = ++this.lastId;
    return new Promise<unknown>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.child.send({ id, kind, ...address });
    }).finally(() => this.waiting.delete(id));
  }

  private receive(message: unknown, handle: unknown): void {
    if (typeof message !== "object" || message === null || !("id" in message)) return;
    const waiting = typeof message.id === "number" ? this.waiting.get(message.id) : undefined;
    if ("error" in message) waiting?.reject(new Error(String(message.error)));
    else waiting?.resolve(handle);
  }
}
