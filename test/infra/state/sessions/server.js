// A small service as a workload would have it: it finds its session table in the file of its stores that boot wrote, and keeps
// nothing itself. GET /health; PUT /sessions/<id> with {"user", "seconds"}; GET /sessions/<id>.
const fs = require("node:fs");
const http = require("node:http");
const { DynamoDBClient } = require("@aws-sdk/client-dynamodb");
const { DynamoDBDocumentClient, GetCommand, PutCommand } = require("@aws-sdk/lib-dynamodb");

const { INSTANCE_ID: instanceId, CONNECTION_FILE: connectionFile = "" } = process.env;
const { sessions: connection } = JSON.parse(fs.readFileSync(connectionFile, "utf8"));
const { endpoint: TableName, region, key, ttlAttribute } = connection;
const sessions = DynamoDBDocumentClient.from(new DynamoDBClient({ region }));

const now = () => Math.floor(Date.now() / 1000);

/** @param {string} id */
async function find(id) {
  const { Item } = await sessions.send(
    new GetCommand({ TableName, Key: { [key]: id }, ConsistentRead: true }),
  );
  // DynamoDB deletes what has expired within days: until then it is there, and no session any more.
  return Item !== undefined && Item[ttlAttribute] > now() ? Item : undefined;
}

/** @param {http.IncomingMessage} request */
async function bodyOf(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return JSON.parse(text);
}

const server = http.createServer(async (request, response) => {
  const answer = (/** @type {number} */ status, /** @type {object} */ body) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  try {
    const id = /^\/sessions\/(\w+)$/.exec(request.url ?? "")?.[1];
    if (request.url === "/health") return answer(200, { instanceId });
    if (id === undefined) return answer(404, {});
    if (request.method === "PUT") {
      const { user, seconds } = await bodyOf(request);
      const Item = { [key]: id, user, [ttlAttribute]: now() + seconds };
      await sessions.send(new PutCommand({ TableName, Item }));
      return answer(200, { instanceId });
    }
    const session = await find(id);
    return session === undefined ? answer(404, {}) : answer(200, { instanceId, user: session.user });
  } catch (error) {
    return answer(500, { error: String(error) });
  }
});

server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address !== null && typeof address === "object") process.stdout.write(`listening on ${address.port}\n`);
});
