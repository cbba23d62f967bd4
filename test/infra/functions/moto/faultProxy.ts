import { once } from "node:events";
import http from "node:http";

/** What happens to one call, instead of or after what AWS does. */
export type Fault =
  /** Refused as AWS refuses who calls too often; nothing happens there. */
  | "throttled"
  /** Refused as EC2 refuses an interface that another instance has, which moto would let go. */
  | "inUse"
  /** Done there, but no answer comes: the connection ends. */
  | "answerLost"
  /** Sent twice, as a network or an SDK may; the second answer arrives. */
  | "deliveredTwice";

interface Planned {
  readonly action: string;
  readonly fault: Fault;
}

/** Stands between the SDK and moto. Calls pass, are noted, and meet the faults that a test has planned for them. */
export class FaultProxy {
  readonly calls: string[] = [];
  private planned: Planned[] = [];

  private constructor(
    readonly endpoint: string,
    private readonly server: http.Server,
  ) {}

  static async open(target: string): Promise<FaultProxy> {
    const server = http.createServer();
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the proxy has no port");
    const proxy = new FaultProxy(`http://127.0.0.1:${address.port}`, server);
    server.on("request", (request, response) => void proxy.pass(target, request, response));
    return proxy;
  }

  /** The next call of the action meets the fault; once. */
  plan(action: string, ...faults: readonly Fault[]): void {
    this.planned.push(...faults.map((fault) => ({ action, fault })));
  }

  /** Forgets calls and faults. */
  reset(): void {
    this.calls.length = 0;
    this.planned = [];
  }

  callsOf(action: string): number {
    return this.calls.filter((call) => call === action).length;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, "close");
  }

  private async pass(
    target: string,
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const action = actionOf(request, body.toString("utf8"));
    this.calls.push(action);
    const fault = this.take(action);
    if (fault === "throttled") return refuse(request, response);
    if (fault === "inUse") return refuseInUse(response);
    const send = () => forward(target, request, body);
    if (fault === "deliveredTwice") await send();
    const answer = await send();
    if (fault === "answerLost") {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, { "content-type": answer.type }).end(answer.body);
  }

  private take(action: string): Fault | undefined {
    const index = this.planned.findIndex((one) => one.action === action);
    return index === -1 ? undefined : this.planned.splice(index, 1)[0]?.fault;
  }
}

/** EC2 names the action in the form, DynamoDB in a header. */
function actionOf({ headers }: http.IncomingMessage, body: string): string {
  const target = headers["x-amz-target"];
  return typeof target === "string"
    ? (target.split(".")[1] ?? "")
    : (new URLSearchParams(body).get("Action") ?? "");
}

async function forward(target: string, { method, url, headers }: http.IncomingMessage, body: Buffer) {
  const passed = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === "string" && !["host", "connection", "content-length"].includes(name)
      ? [[name, value]]
      : [],
  );
  const answer = await fetch(`${target}${url}`, {
    method: method ?? "POST",
    headers: Object.fromEntries(passed),
    body: new Uint8Array(body),
  });
  const type = answer.headers.get("content-type") ?? "text/xml";
  return { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) };
}

function refuse({ headers }: http.IncomingMessage, response: http.ServerResponse): void {
  if (headers["x-amz-target"] === undefined)
    response
      .writeHead(503, { "content-type": "text/xml" })
      .end(
        "<Response><Errors><Error><Code>RequestLimitExceeded</Code><Message>Request limit exceeded.</Message></Error></Errors><RequestID>1</RequestID></Response>",
      );
  else
    response.writeHead(400, { "content-type": "application/x-amz-json-1.0" }).end(
      JSON.stringify({
        __type: "com.amazonaws.dynamodb.v20120810#ThrottlingException",
        message: "Rate exceeded",
      }),
    );
}

function refuseInUse(response: http.ServerResponse): void {
  response
    .writeHead(400, { "content-type": "text/xml" })
    .end(
      "<Response><Errors><Error><Code>InvalidNetworkInterface.InUse</Code><Message>Interface is in use.</Message></Error></Errors><RequestID>1</RequestID></Response>",
    );
}
