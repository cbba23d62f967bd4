import { type handleUnaryCall, type ServiceError, status } from "@grpc/grpc-js";

/** A gRPC method from a function that answers or throws. A thrown error's message is what the user reads. */
export function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return async (call, callback) => {
    try {
      callback(null, await answer(call.request));
    } catch (error) {
      callback(serviceError(error));
    }
  };
}

/** For the calls of the protocol that this plugin never needs: the engine has an answer of its own then. */
export function unimplemented<Request, Response>(name: string): handleUnaryCall<Request, Response> {
  return (_call, callback) =>
    callback({ code: status.UNIMPLEMENTED, message: `the simulated account does not implement ${name}` });
}

function serviceError(error: unknown): Partial<ServiceError> {
  const message = error instanceof Error ? error.message : String(error);
  return { code: status.UNKNOWN, message };
}
