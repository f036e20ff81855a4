// Starts an API on an origin of its own, runs a command with its address in API_SERVER, and ends as the command does:
//
//   node tests/browser/with-server.mjs cargo test --target wasm32-unknown-unknown --features web --test calls
import { spawn } from "node:child_process";
import { createServer } from "node:http";

// Two checkouts may be tested at once.
const port = Number(process.env.PORT ?? 4173) + 14_000;
const address = `http://127.0.0.1:${port}`;

const open = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "PUT, DELETE",
  "Access-Control-Allow-Headers": "X-Key, Content-Type",
  "Access-Control-Expose-Headers": "X-Seen",
};
const seen = [];
const begun = [];

async function bodyOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** What each path answers; `response` has the headers of `open` unless the path is one of those that refuse. */
const paths = {
  "/echo": async (request, response) => {
    const { method, url, headers } = request;
    const body = JSON.stringify({ method, url, headers, body: await bodyOf(request) });
    response.writeHead(201, { "Content-Type": "application/json", "X-Seen": "yes", "X-Hidden": "no" }).end(body);
  },
  "/redirect": (_, response) => response.writeHead(302, { Location: "/echo" }).end(),
  "/large": (_, response) => response.writeHead(200, { "Content-Length": 1_000_000 }).end(Buffer.alloc(1_000_000, "a")),
  "/nothing": (_, response) => response.writeHead(204).end(),
  "/never": () => {},
  "/stall": (_, response) => response.writeHead(200).write("begun"),
  "/cut": (_, response) => {
    response.writeHead(200, { "Content-Length": 100 }).write("begun");
    begun.push(response.socket);
  },
  /** Once the page has read what `/cut` began: a browser forgets what nobody had read before the break. */
  "/cut-now": (_, response) => {
    for (const socket of begun.splice(0)) socket.destroy();
    response.end();
  },
  "/seen": (_, response) => response.end(JSON.stringify(seen)),
};

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, address);
  seen.push({ method: request.method, url: request.url, key: request.headers["x-key"], cookie: request.headers.cookie });
  const refuses = pathname === "/refused" || (pathname === "/simple-only" && request.method === "OPTIONS");
  // The page of the test runner embeds nothing without this (`Cross-Origin-Embedder-Policy`); pages of the site do.
  response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
  if (!refuses) for (const [name, value] of Object.entries(open)) response.setHeader(name, value);
  if (request.method === "OPTIONS") return response.writeHead(refuses ? 403 : 204).end();
  const answer = paths[pathname] ?? ((_, response) => response.end("here"));
  return answer(request, response);
});

server.listen(port, "127.0.0.1", () => {
  const [command, ...rest] = process.argv.slice(2);
  const child = spawn(command, rest, { stdio: "inherit", env: { ...process.env, API_SERVER: address } });
  child.on("exit", (code) => process.exit(code ?? 1));
});
