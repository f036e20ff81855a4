// Measures the engine on this machine and in Chromium, on documents made for it, and compares with the targets.
//
//   node benches/engine/run.mjs [FILE…]     without files: 10 and 20 MB, OpenAPI 3.0 and 3.1
//
// `make bench` builds what this needs.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const work = join(root, "target/bench");
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("@playwright/test");
const { default: config } = await import("../../tests/e2e/playwright.config.mjs");

// Milliseconds, and times the bytes of the document. The time to the outline is for each 10 MB.
const targets = { outline: 300, first: 30, median: 5, longest: 30, held: 4 };

function documents() {
  mkdirSync(work, { recursive: true });
  return [1000, 2000].flatMap((operations) =>
    ["3.0", "3.1"].map((version) => {
      const file = join(work, `${version}-${operations}.json`);
      const options = ["gen", "--openapi-operations", operations, "--openapi", version, "--out", file];
      execFileSync(join(root, "target/release/catalogue"), options.map(String));
      return file;
    }),
  );
}

const page = `<!doctype html><title>bench</title><script type="module">
  import start, { measured } from "/pkg/bench.js";
  const bytes = new Uint8Array(await (await fetch("/document")).arrayBuffer());
  await start();
  window.figures = measured({ bytes: () => bytes });
</script>`;

let current;
// A page that is isolated from others has a precise clock.
const headers = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };
const types = { js: "text/javascript", wasm: "application/wasm" };
const server = createServer(async (request, response) => {
  const name = basename(request.url);
  if (request.url === "/") return response.writeHead(200, { ...headers, "Content-Type": "text/html" }).end(page);
  if (request.url === "/document") return response.writeHead(200, headers).end(await readFile(current));
  if (!request.url.startsWith("/pkg/")) return response.writeHead(404).end();
  response.writeHead(200, { ...headers, "Content-Type": types[name.split(".").pop()] ?? "text/plain" });
  response.end(await readFile(join(work, "pkg", name)));
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const browser = await chromium.launch(config.use.launchOptions);

async function inBrowser() {
  // A context of its own: nothing of the document before is left.
  const context = await browser.newContext();
  const tab = await context.newPage();
  tab.on("pageerror", (error) => { throw error; });
  await tab.goto(`http://127.0.0.1:${server.address().port}/`);
  await tab.waitForFunction("window.figures", null, { timeout: 120_000 });
  const figures = JSON.parse(await tab.evaluate("window.figures"));
  await context.close();
  return figures;
}

// Other programs share the machine.
const RUNS = 5;

async function medians(run) {
  const all = [];
  for (let number = 0; number < RUNS; number += 1) all.push(await run());
  const middle = (name) => all.map((figures) => figures[name]).sort((a, b) => a - b)[Math.floor(RUNS / 2)];
  return Object.fromEntries(Object.keys(all[0]).map((name) => [name, middle(name)]));
}

const columns = ["document", "where", "MB", "read", "outline", "first", "median", "longest", "held", "x bytes"];
const widths = [22, 9, 5, 7, 8, 6, 7, 8, 8, 7];
const line = (cells) => console.log(cells.map((cell, index) => String(cell).padEnd(widths[index])).join(" "));
console.log(`${cpus().length} × ${cpus()[0].model}; Chromium ${browser.version()}; times in ms, memory in MB, medians of ${RUNS} runs`);
line(columns);
const missed = [];
for (const file of process.argv.length > 2 ? process.argv.slice(2).map((file) => resolve(file)) : documents()) {
  current = file;
  const native = async () => JSON.parse(execFileSync(join(root, "target/release/bench"), [file]));
  for (const [where, run] of [["native", native], ["Chromium", inBrowser]]) {
    const figures = await medians(run);
    const ratio = figures.held / figures.bytes;
    const times = ["read", "outline", "first", "median", "longest"].map((name) => figures[name].toFixed(1));
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    line([basename(file), where, megabytes(figures.bytes), ...times, megabytes(figures.held), ratio.toFixed(2)]);
    // What small documents take is mostly the start of the program.
    if (figures.bytes < 5e6) continue;
    const reached = { ...figures, outline: (figures.outline * 1e7) / figures.bytes, held: ratio };
    for (const [name, most] of Object.entries(targets)) {
      if (reached[name] > most) missed.push(`${basename(file)}, ${where}: ${name} ${reached[name].toFixed(1)} > ${most}`);
    }
  }
}
await browser.close();
server.close();
missed.forEach((one) => console.log(`missed: ${one}`));
process.exitCode = missed.length > 0 ? 1 : 0;
