// GitHub, GitLab and Forgejo, as far as publication asks them, and the address of an operator that takes submissions.
//
// No registry of packages has one of the real ones, so their contracts are replayed strictly (`forges.mjs`). Every test
// has its own space, made by its first request:
//   /<space>/<github|gitlab|forgejo>/…  the forge: its REST API, and the page "new file"
//   /<space>/post                       the operator's address; a submission sent twice is kept once
//   GET /<space>                        what the space holds: branches, commits, requests, submissions, calls, faults
//   PUT /<space>                        {"files": {path: text}, "fail": [{"on": "POST /pulls", …}]}: begins it afresh
// A failure: `on` is the method and a part of the path; `status` what is answered instead (no answer when it is 0), with
// `headers`; `after` whether the request is done all the same; `times` how often (once); `wait` milliseconds before the
// answer, which is then the right one unless there is a `status`.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { forge as address, ports } from "./addresses.mjs";
import { answer, BASE, kinds, REPOSITORY } from "./forges.mjs";

const spaces = {};

function begin(name, { files = {}, fail = [] } = {}) {
  const base = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text).toString("base64")]));
  const one = () => ({ branches: { [BASE]: { ...base } }, commits: [], requests: [] });
  const forges = Object.fromEntries(kinds.map((kind) => [kind, { ...one(), web: `${address}/${name}/${kind}` }]));
  const shared = { submissions: [], calls: [], faults: [], fail: fail.map((failure) => ({ times: 1, ...failure })) };
  for (const forge of Object.values(forges)) forge.faults = shared.faults;
  return (spaces[name] = { ...forges, ...shared });
}

async function body(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The failure that a test asked for, if it is the turn of this request. */
function failureOf(space, method, path) {
  const found = space.fail.find(({ on, times }) => times > 0 && method === on.split(" ")[0] && path.includes(on.split(" ")[1] ?? ""));
  if (found) found.times -= 1;
  return found;
}

/** The operator's address. */
function post(space, { method, headers, sent }, name) {
  const key = `"${createHash("sha256").update(sent).digest("hex")}"`;
  const fault = (what) => (space.faults.push(`post: ${what}`), [400, { message: `Not in the contract: ${what}` }]);
  if (method !== "POST") return fault(method);
  if (headers["content-type"] !== "application/json") return fault(`Content-Type: ${headers["content-type"]}`);
  if (headers["idempotency-key"] !== key) return fault(`Idempotency-Key: ${headers["idempotency-key"]}`);
  const submission = JSON.parse(sent);
  if (Object.keys(submission).join() !== "version,title,summary,files" || submission.version !== 1) return fault("the body");
  let number = space.submissions.findIndex((known) => known.key === key) + 1;
  if (number === 0) number = space.submissions.push({ key, ...submission });
  const url = `${address}/${name}/post/${number}`;
  return [201, { url }, { Location: url }];
}

/** The page "new file", which shows what its address fills in. */
function page(kind, path, query) {
  const forms = { github: `new/${BASE}`, gitlab: `-/new/${BASE}`, forgejo: `_new/${BASE}/` };
  if (path !== `/${REPOSITORY}/${forms[kind]}`) return null;
  const escaped = (text) => (text ?? "").replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const name = escaped(query.get(kind === "gitlab" ? "file_name" : "filename"));
  const content = kind === "gitlab" ? "" : escaped(query.get("value"));
  return `<!doctype html><html lang="en"><title>New file</title><label>Name <input value="${name}"></label><label>Content <textarea>\n${content}</textarea></label>`;
}

const cors = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, PUT, PATCH, DELETE",
  "Access-Control-Allow-Headers": "Authorization, Content-Type, Idempotency-Key",
  "Access-Control-Expose-Headers": "Location, Retry-After, X-RateLimit-Remaining",
};

async function serve(request, response) {
  for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
  if (request.method === "OPTIONS") return response.writeHead(204).end();
  const json = (status, value, headers = {}) => response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(value));
  const url = new URL(request.url, address);
  const [, name, kind, ...rest] = url.pathname.split("/");
  const { method, headers } = request;
  const sent = await body(request);
  if (name && !kind && method === "PUT") return json(201, begin(name, JSON.parse(sent)));
  const space = spaces[name] ?? begin(name);
  if (!kind) return json(200, space);
  const path = `/${rest.join("/")}`;
  const form = kinds.includes(kind) && method === "GET" && page(kind, path, url.searchParams);
  if (form) return response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(form);
  const call = { method, path, query: url.searchParams, headers, sent };
  space.calls.push(`${method} /${kind}${path}${url.search}`);
  const failure = failureOf(space, method, `/${kind}${path}`);
  if (failure?.wait) await pause(failure.wait);
  const fails = failure?.status !== undefined;
  const done = () => (kinds.includes(kind) ? answer(kind, space[kind], call) : kind === "post" ? post(space, call, name) : [404, {}]);
  if (!fails) return json(...done());
  if (failure.after) done();
  if (failure.status === 0) return request.socket.destroy();
  return json(failure.status, { message: `The test asked for ${failure.status}` }, failure.headers);
}

createServer((request, response) => {
  serve(request, response).catch((error) => {
    if (response.headersSent) return response.destroy();
    response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(String(error.stack));
  });
}).listen(ports.forge, "127.0.0.1");
