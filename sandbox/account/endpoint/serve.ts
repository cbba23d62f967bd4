import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import path from "node:path";
import { accountView } from "../account";
import { AwsError } from "../awsError";
import { openFileLedger } from "../fileLedger";
import { Refreshes, type RefreshWorld } from "../refresh/refreshes";
import { answerAutoScaling } from "./autoScaling";
import { renderError, renderResult } from "./queryProtocol";

export interface EndpointArgs {
  /** The folder of ledgers, one sub-folder a stack. */
  readonly ledgers: string;
  readonly world: RefreshWorld;
}

export interface Endpoint {
  /** Without a stack: `http://127.0.0.1:<port>`. A client's endpoint is `<url>/<stack>/<region>`. */
  readonly url: string;
  close(): void;
}

/**
 * The account's API on the loopback, for code of ours that calls AWS while the engine works: the same client as on
 * AWS, at another endpoint. Signatures are not looked at.
 */
export async function serveEndpoint({ ledgers, world }: EndpointArgs): Promise<Endpoint> {
  const server = createServer((request, response) => {
    readBody(request).then(
      (body) => {
        const parameters = new URLSearchParams(body);
        const [, stack = "", region = ""] = (request.url ?? "").split("/").map(decodeURIComponent);
        response.setHeader("content-type", "text/xml");
        try {
          const ledger = openFileLedger(path.join(ledgers, stack));
          const refreshes = new Refreshes(ledger, accountView(ledger, region), world);
          response.end(
            renderResult(parameters.get("Action") ?? "", answerAutoScaling(parameters, refreshes)),
          );
        } catch (error) {
          response.statusCode = error instanceof AwsError ? 400 : 500;
          const detail = error instanceof Error ? error.message : String(error);
          response.end(renderError(error instanceof AwsError ? error : { code: "InternalFailure", detail }));
        }
      },
      () => response.destroy(),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the endpoint has no port");
  // It must not keep a command alive that has nothing left to do.
  server.unref();
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}
