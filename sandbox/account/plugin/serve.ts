import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
} from "@grpc/grpc-js";

/** States of large estates pass in one message; the engine's own limit is the same. */
const MAX_MESSAGE_BYTES = 400 * 1024 * 1024;

/** Serves one of the engine's protocols on the loopback. @returns the port, by which the engine finds it */
export function serveOnLoopback<Implementation>(
  service: ServiceDefinition<Implementation>,
  implementation: Implementation & UntypedServiceImplementation,
): Promise<number> {
  const server = new Server({
    "grpc.max_receive_message_length": MAX_MESSAGE_BYTES,
    "grpc.max_send_message_length": MAX_MESSAGE_BYTES,
    // Nobody looks at these statistics, and they cost a tenth of each call.
    "grpc.enable_channelz": 0,
  });
  server.addService(service, implementation);
  return new Promise((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve(port) : reject(error),
    );
  });
}
