// Prism, which refuses the requests that `every-kind.yaml` does not allow, behind a door that keeps it alive.
//
// Prism cuts what a path holds at its commas before it reads styles, and then ends on the array it made: the door
// writes them `%2C`. What still ends a request in Prism (a label without its dot) is answered with 502. What it gets
// wrong besides is listed, and tested, in `requests.mjs`.
import { createServer, request as ask } from "node:http";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { ports } from "./addresses.mjs";

const require = createRequire(import.meta.url);
const { createLogger } = require("@stoplight/prism-core");
const { getHttpOperationsFromSpec } = require("@stoplight/prism-http");
const { createServer: createPrism } = require("@stoplight/prism-http-server");

const operations = await getHttpOperationsFromSpec(fileURLToPath(new URL("every-kind.yaml", import.meta.url)));
const mock = { dynamic: false, ignoreExamples: false };
const config = { validateRequest: true, validateResponse: true, checkSecurity: true, errors: true, isProxy: false, mock };
const prism = createPrism(operations, { cors: true, config, components: { logger: createLogger("prism", { level: "silent" }) } });
const inner = await prism.listen(0, "127.0.0.1");

/** What was asked of Prism and not answered yet. */
const waiting = new Set();
process.on("unhandledRejection", (error) => waiting.forEach((asked) => asked.destroy(error)));

createServer((request, response) => {
  const [path, ...query] = request.url.split("?");
  const inside = [path.replaceAll(",", "%2C"), ...query].join("?");
  const asked = ask(new URL(inner), { path: inside, method: request.method, headers: request.headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.headers);
    answer.pipe(response);
  });
  waiting.add(asked);
  asked.on("close", () => waiting.delete(asked));
  asked.on("error", (error) => {
    if (response.headersSent) return response.destroy();
    const headers = { "Content-Type": "application/problem+json", "Access-Control-Allow-Origin": request.headers.origin ?? "*" };
    response.writeHead(502, headers).end(JSON.stringify({ title: "Prism failed", status: 502, detail: error.message }));
  });
  response.on("close", () => asked.destroy());
  request.pipe(asked);
}).listen(ports.prism, "127.0.0.1");
