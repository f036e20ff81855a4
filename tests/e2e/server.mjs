// Serves dist/ as a static host does: directory indexes, 404.html, and exactly the headers of dist/_headers.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(import.meta.url), "../../../dist");
const port = Number(process.env.PORT ?? 4173);
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};

/** The blocks of `_headers`: a path, `*` at its end for all below it, then its headers. */
const blocks = [];
for (const line of (await readFile(join(root, "_headers"), "utf8")).split("\n")) {
  const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
  if (name) blocks.at(-1).headers[name] = value;
  else if (line) blocks.push({ path: line, headers: {} });
}

function headersOf(pathname) {
  const matches = ({ path }) => (path.endsWith("*") ? pathname.startsWith(path.slice(0, -1)) : pathname === path);
  return Object.assign({}, ...blocks.filter(matches).map(({ headers }) => headers));
}

async function find(path) {
  for (const candidate of extname(path) ? [path] : [join(path, "index.html")]) {
    try {
      return { body: await readFile(join(root, candidate)), file: candidate, status: 200 };
    } catch {
      // The next candidate, then the page for what does not exist.
    }
  }
  return { body: await readFile(join(root, "404.html")), file: "404.html", status: 404 };
}

createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const { body, file, status } = await find(normalize(decodeURIComponent(pathname)));
  response.writeHead(status, { ...headersOf(pathname), "Content-Type": types[extname(file)] ?? "application/octet-stream" });
  response.end(body);
}).listen(port, "127.0.0.1");
