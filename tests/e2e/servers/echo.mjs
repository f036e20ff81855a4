// httpbin answers whatever is not listed here; this adds what it has not: who may read an answer (CORS), streams, broken
// answers, kinds of content, large answers, and the OpenAPI documents of the tests.
//
// httpbin itself is the package `httpbin` of PyPI, which scripts/setup.sh puts in target/httpbin.
import { createServer, request as ask } from "node:http";
import { ports } from "./addresses.mjs";
import { broken } from "./broken.mjs";
import { policies, policyOf } from "./cors.mjs";
import { documents } from "./documents.mjs";
import { formats } from "./formats.mjs";
import { large } from "./large.mjs";
import { relays } from "./relay.mjs";
import { streams } from "./streams.mjs";
import { waiting } from "./waiting.mjs";

const ours = { ...documents, ...formats, ...streams, ...broken, ...large, ...relays, ...waiting };

/** The longest name of ours that the path is, or is below: `/problem` takes `/problem/422`. */
function handlerOf(pathname) {
  for (let name = pathname; name; name = name.slice(0, name.lastIndexOf("/"))) {
    if (Object.hasOwn(ours, name)) return { handler: ours[name], rest: pathname.slice(name.length + 1) };
  }
  return null;
}

function forward(request, response, path) {
  const target = { host: "127.0.0.1", port: ports.httpbin, path, method: request.method, headers: request.headers };
  const asked = ask(target, (answer) => {
    const headers = Object.entries(answer.headersDistinct).filter(([name]) => !name.startsWith("access-control-"));
    for (const [name, values] of headers) response.setHeader(name, values.length === 1 ? values[0] : values);
    response.writeHead(answer.statusCode);
    answer.pipe(response);
  });
  asked.on("error", (error) => response.headersSent ? response.destroy() : response.writeHead(502).end(error.message));
  response.on("close", () => asked.destroy());
  request.pipe(asked);
}

createServer((request, response) => {
  const { policy, url } = policyOf(request.url);
  const preflight = request.method === "OPTIONS" && "access-control-request-method" in request.headers;
  const { status = 204, ...headers } = policies[policy](request, preflight);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (preflight) return response.writeHead(status).end();
  const { pathname, searchParams } = new URL(url, "http://localhost");
  const found = handlerOf(pathname);
  if (!found) return forward(request, response, url);
  Promise.resolve(found.handler(request, response, searchParams, found.rest)).catch((error) => {
    if (response.headersSent) return response.destroy();
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(String(error.stack));
  });
}).listen(ports.echo, "127.0.0.1");
