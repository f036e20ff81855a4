// Serves the pages that are compared, the packages they load, the document and the built site; remembers what was loaded.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { subjects } from "./subjects.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const dist = join(here, "../../dist");
const types = { ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".wasm": "application/wasm", ".html": "text/html", ".svg": "image/svg+xml" };
// Only a page that is isolated from others may ask how much memory it takes.
const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><body>${body}`;

function fileOf(path) {
  if (path.startsWith("/package/")) return join(here, "node_modules", path.slice("/package/".length));
  const file = join(dist, path);
  if (extname(path)) return file;
  return [join(file, "index.html"), join(dist, "404.html")].find(existsSync);
}

/** Listens; `loaded` is the set of files served since it was last cleared. */
export async function serve(document) {
  const loaded = new Set();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
    const subject = subjects.find(({ name, body }) => body && path === `/${name}`);
    if (subject) return response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(page(subject.body));
    const file = path === "/document.json" ? document : fileOf(path);
    if (!file || !existsSync(file)) return response.writeHead(404).end();
    if (file !== document) loaded.add(file);
    response.writeHead(200, { ...headers, "Content-Type": types[extname(file)] ?? "application/octet-stream" });
    response.end(await readFile(file));
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { loaded, address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

const sizes = new Map();

/** Bytes of a file as a host that knows brotli sends it. */
export async function brotli(file) {
  if (!sizes.has(file)) sizes.set(file, brotliCompressSync(await readFile(file)).length);
  return sizes.get(file);
}
