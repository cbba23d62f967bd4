// @ts-check
// Runs inside a network namespace and opens sockets there for the process that started it, to which it hands them over:
// Node has no call to enter a namespace, but a socket stays in the one it was opened in, whoever holds it.
const net = require("node:net");

/** @typedef {{ id: number, kind: "listen" | "connect", host: string, port: number }} GateRequest */

/** @param {object} message @param {net.Socket | net.Server} [handle] @param {() => void} [sent] */
function send(message, handle, sent) {
  process.send?.(message, handle, {}, sent);
}

process.on("message", (/** @type {GateRequest} */ { id, kind, host, port }) => {
  if (kind === "listen") {
    const server = net.createServer();
    server.on("error", (error) => send({ id, error: error.message }));
    // Closed here once sent: otherwise this process would accept connections too, and answer none.
    server.listen({ host, port }, () => send({ id }, server, () => server.close()));
  } else {
    const socket = net.connect({ host, port });
    const timer = setTimeout(() => socket.destroy(new Error("connection timed out")), 400);
    socket.once("error", (error) => send({ id, error: error.message }));
    socket.once("connect", () => send({ id }, socket));
    socket.once("close", () => clearTimeout(timer));
    socket.once("connect", () => clearTimeout(timer));
  }
});
process.on("disconnect", () => process.exit(0));
