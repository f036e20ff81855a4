// Opens one large document in our explorer and in those of others, in Chromium, and prints what each takes.
//
//   node benches/explorer/run.mjs [--document FILE] [--openings N] [NAME…]     without names: all of them
//
// `make bench-explorer` builds what this needs. Pages may call this machine only: what they ask elsewhere is refused.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotli, serve } from "./server.mjs";
import { subjects } from "./subjects.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { chromium } = createRequire(join(root, "tests/e2e/package.json"))("@playwright/test");
const { default: config } = await import("../../tests/e2e/playwright.config.mjs");

const PATIENCE = 120_000;
const LATE = `> ${PATIENCE / 1000} s`;
const args = parseArgs({ options: { document: { type: "string" }, openings: { type: "string", default: "20" } }, allowPositionals: true });
const file = args.values.document ?? join(root, "target/bench/explorer.json");
if (!args.values.document) {
  mkdirSync(join(root, "target/bench"), { recursive: true });
  // As many operations as make 13 MB.
  const options = ["gen", "--openapi-operations", "1300", "--openapi", "3.0", "--out", file];
  execFileSync(join(root, "target/release/catalogue"), options);
}
const source = readFileSync(file);

/** How many operations are opened after the first one. */
const OPENED = Number(args.values.openings);

/** The first operation of the document, others spread over it whose summaries are theirs alone, and how many there are. */
function operations() {
  const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace"]);
  const all = Object.entries(JSON.parse(source).paths).flatMap(([path, item]) =>
    Object.entries(item).filter(([method]) => methods.has(method)).map(([method, operation]) => ({ path, method, ...operation })));
  const alone = ({ summary }) => all.filter((one) => one.summary.includes(summary)).length === 1;
  const from = (place) => all.slice(Math.floor((all.length * place) / (OPENED + 1))).find(alone);
  return [all[0], Array.from({ length: OPENED }, (_, place) => from(place + 1)), all.length];
}
const [first, others, count] = operations();

/** Runs in the page before anything of it. */
function watch() {
  window.longest = 0;
  window.blocked = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      window.longest = Math.max(window.longest, duration);
      window.blocked += duration - 50;
    }
  }).observe({ type: "longtask", buffered: true });
  /** Resolves once nothing in the page has changed for long enough that nothing is still to come, as ours draws the rest
   * of an operation a moment after what is seen at first. */
  window.settled = () =>
    new Promise((resolve) => {
      const done = () => (changes.disconnect(), resolve());
      let quiet = setTimeout(done, 400);
      const changes = new MutationObserver(() => (clearTimeout(quiet), (quiet = setTimeout(done, 400))));
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  /** The moment of the first frame in which the operation of this summary is open and its heading on the screen. */
  window.seen = ({ heading, opened, entries, chosen }, summary) =>
    new Promise((resolve) => {
      const onScreen = (element) => {
        const { top, bottom, width } = element.getBoundingClientRect();
        return width > 0 && bottom > 0 && top < innerHeight;
      };
      const bears = (element) => element.textContent.trim().toLowerCase().includes(summary.toLowerCase());
      let toChoose = chosen;
      const look = () => {
        const entry = toChoose && [...document.querySelectorAll(entries)].find(bears);
        if (entry) {
          toChoose = false;
          entry.click();
        }
        const there = document.querySelector(opened) && [...document.querySelectorAll(heading)].some((one) => bears(one) && onScreen(one));
        if (!there) return requestAnimationFrame(look);
        // What is asked of a channel during a frame comes once that frame is laid out and painted.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    });
}

const within = (promise, milliseconds = PATIENCE) => {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("late")), milliseconds)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

async function measure(subject, { loaded, address }) {
  loaded.clear();
  const figures = { name: subject.name };
  // A browser of its own: nothing of the one before is left, and one that hangs is ended.
  const browser = await chromium.launch({ ...config.use.launchOptions, args: [...config.use.launchOptions.args, "--enable-blink-features=ForceEagerMeasureMemory"] });
  try {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const elsewhere = new Set();
    await tab.route((url) => url.origin !== address, (route) => (elsewhere.add(new URL(route.request().url()).host), route.abort()));
    await tab.addInitScript(watch);
    const look = (summary, chosen) => within(tab.evaluate((given) => window.seen(...given), [{ ...subject, address: null, chosen }, summary]));
    await tab.goto(address + subject.address(first, address), { waitUntil: "commit" });
    const shown = await look(first.summary, subject.chosen);
    figures.first = shown - (await within(tab.evaluate(() => performance.getEntriesByName(new URL("/document.json", location).href)[0].responseEnd)));
    const times = [];
    for (const other of others) times.push(await open(tab, subject, other));
    times.sort((one, next) => one - next);
    [figures.open, figures.slowest] = [times[Math.floor(OPENED / 2)], times.at(-1)];
    // Unlike the times, what the page has computed does not depend on the other programs of the machine.
    const session = await tab.context().newCDPSession(tab);
    await session.send("Performance.enable");
    const { metrics } = await within(session.send("Performance.getMetrics"));
    figures.processor = metrics.find(({ name }) => name === "ProcessTime").value;
    figures.nodes = await within(tab.evaluate(() => document.querySelectorAll("*").length));
    [figures.longest, figures.blocked] = await within(tab.evaluate(() => [window.longest, window.blocked]));
    figures.memory = await within(tab.evaluate(async () => (await performance.measureUserAgentSpecificMemory()).bytes));
    figures.elsewhere = [...elsewhere].sort().join(" ");
  } catch (error) {
    if (error.message === "late") figures[Object.keys(columns).find((name) => name !== "code" && figures[name] === undefined)] = LATE;
    else figures.failure = error.message.split("\n")[0];
  }
  figures.code = 0;
  for (const name of loaded) if (/\.(m?js|css|wasm)$/.test(name)) figures.code += await brotli(name);
  await within(browser.close(), 10_000).catch(() => {});
  return figures;
}

/** The group is unfolded and its entry brought to the screen before the clock starts. */
async function open(tab, subject, other) {
  const entry = tab.locator(subject.entries).filter({ hasText: new RegExp(other.summary, "i") }).first();
  if (subject.groups && (await within(entry.count())) === 0) {
    await within(tab.locator(subject.groups).filter({ hasText: new RegExp(`^\\s*${other.tags[0]}\\b`) }).first().click());
  }
  await within(entry.scrollIntoViewIfNeeded({ timeout: PATIENCE }));
  // Nobody clicks on what the pointer is not on.
  await within(entry.hover({ timeout: PATIENCE }));
  // What is still drawn of the operation before is not counted with this one.
  await within(tab.evaluate(() => window.settled()));
  const clicked = (element, given) => {
    const seen = window.seen(...given);
    const start = performance.now();
    element.click();
    return seen.then((end) => end - start);
  };
  return within(entry.evaluate(clicked, [{ ...subject, address: null, chosen: false }, other.summary]));
}

const columns = {
  code: ["code, brotli kB", (bytes) => (bytes / 1000).toFixed(0)],
  first: ["first operation, ms", (time) => time.toFixed(0)],
  open: ["another operation, ms", (time) => time.toFixed(0)],
  slowest: ["the slowest, ms", (time) => time.toFixed(0)],
  processor: ["processor, s", (time) => time.toFixed(1)],
  nodes: ["DOM nodes", String],
  longest: ["longest task, ms", (time) => time.toFixed(0)],
  blocked: ["tasks beyond 50 ms, ms", (time) => time.toFixed(0)],
  memory: ["memory, MB", (bytes) => (bytes / 1e6).toFixed(0)],
  elsewhere: ["asked elsewhere", null],
};
const row = (cells) => console.log(`| ${cells.join(" | ")} |`);

const server = await serve(file);
const probe = await chromium.launch(config.use.launchOptions);
console.log(`${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}; Chromium ${probe.version()}`);
await probe.close();
console.log(`${(source.length / 1e6).toFixed(1)} MB, ${count} operations; a measure ends after ${PATIENCE / 1000} s\n`);
row(["explorer", ...Object.values(columns).map(([title]) => title), "ended by"]);
row(Array(Object.keys(columns).length + 2).fill("---"));
for (const subject of subjects) {
  if (args.positionals.length > 0 && !args.positionals.includes(subject.name)) continue;
  if (!subject.body && !existsSync(join(root, "dist/index.html"))) {
    console.error(`${subject.name}: dist/ is not built (make build)`);
    continue;
  }
  const figures = await measure(subject, server);
  const cells = Object.entries(columns).map(([name, [, show]]) => {
    const figure = figures[name];
    return typeof figure === "number" ? show(figure) : (figure ?? "–");
  });
  row([figures.name, ...cells, figures.failure ?? ""]);
}
server.close();
process.exit(0);
