// The servers that tests of the explorer call answer as they are described.
import { createHash } from "node:crypto";
import { connect } from "node:net";
import { test, expect } from "@playwright/test";
import { documents, echo, forge, oauth, ports, prism } from "../servers/addresses.mjs";
import { TOKEN } from "../servers/forges.mjs";
import { mistakes, right, wrong } from "../servers/requests.mjs";

const read = (path, init) => fetch(`${echo}${path}`, init);
const said = (path, init) => `${init?.method ?? "GET"} ${path}`;

test("httpbin says what arrived", async () => {
  const body = new FormData();
  body.append("name", "été");
  body.append("file", new Blob(["octets"]), "a.txt");
  const sent = await (await read("/anything?a=1&a=2", { method: "POST", body, headers: { "X-Note": "n" } })).json();
  expect(sent).toMatchObject({ method: "POST", args: { a: ["1", "2"] }, form: { name: "été" }, files: { file: "octets" } });
  expect(sent.headers["X-Note"]).toBe("n");
  expect(sent.url).toBe(`${echo}/anything?a=1&a=2`);
  const json = await (await read("/put", { method: "PUT", body: '{"a":1}', headers: { "Content-Type": "application/json" } })).json();
  expect(json).toMatchObject({ data: '{"a":1}', json: { a: 1 } });
});

test("each address answers its status and its kind of content", async () => {
  const basic = `Basic ${Buffer.from("ada:secret").toString("base64")}`;
  for (const [path, status, type, init] of [
    ["/status/204", 204], ["/status/304", 304], ["/status/418", 418],
    ["/redirect/2", 200, "application/json"],
    ["/gzip", 200, "application/json"],
    ["/stream/2", 200, "application/json"],
    ["/delay/0", 200, "application/json"],
    ["/bearer", 401], ["/bearer", 200, "application/json", { headers: { Authorization: "Bearer t" } }],
    ["/basic-auth/ada/secret", 401], ["/basic-auth/ada/secret", 200, "application/json", { headers: { Authorization: basic } }],
    ["/cookies", 200, "application/json"], ["/image/png", 200, "image/png"], ["/xml", 200, "application/xml"], ["/html", 200, "text/html"],
    ["/problem/422", 422, "application/problem+json"], ["/problem/503", 503, "application/problem+json"],
    ["/formats/geojson", 200, "application/geo+json"], ["/formats/csv", 200, "text/csv"], ["/formats/pdf", 200, "application/pdf"],
    ["/formats/audio", 200, "audio/wav"], ["/formats/latin1", 200, "text/plain; charset=iso-8859-1"],
    ["/items?page=3", 200, "application/json"], ["/item/99", 404, "application/problem+json"],
    ["/slow/first-byte?wait=1", 200, "application/json"], ["/slow/body?wait=1", 200, "application/json"],
  ]) {
    const answer = await read(path, init);
    expect(answer.status, said(path, init)).toBe(status);
    if (type) expect(answer.headers.get("content-type"), path).toContain(type);
    await answer.arrayBuffer();
  }
});

test("streams arrive piece by piece, and pages say the way on", async () => {
  for (const [path, pieces] of [
    ["/events?count=3&every=1", ["event: start", "data: suite é", "event: end"]],
    ["/lines?count=2&every=1", ['{"number":1,', '{"number":2,']],
    ["/sequence?count=2&every=1", ['\u001e{"number":1}\n\u001e{"number":2}']],
    ["/text?count=2&every=1", [" ligne 1\né ligne 2\né"]],
  ]) {
    const text = await (await read(path)).text();
    for (const piece of pieces) expect(text, path).toContain(piece);
  }
  const endless = (await read("/lines?count=endless&every=1")).body.getReader();
  for (let piece = 0; piece < 3; piece += 1) expect((await endless.read()).value.length).toBeGreaterThan(0);
  await endless.cancel();
  const page = await read("/items?page=2&size=20");
  expect(page.headers.get("link")).toContain(`<${echo}/items?page=3&size=20>; rel="next"`);
  expect((await page.json()).items.map(({ id }) => id)).toContain(40);
});

test("the large answer is 50 MB, the same each time", async () => {
  const bytes = await (await read("/large?megabytes=50")).arrayBuffer();
  expect(bytes.byteLength).toBeGreaterThan(50_000_000);
  expect(bytes.byteLength).toBeLessThan(50_500_000);
  expect(JSON.parse(await (await read("/large?megabytes=1&length=unknown")).text())[999]).toMatchObject({ id: 1000, postcode: "11000" });
});

/** Every byte of an answer, which clients of HTTP would each take differently, or the code of the failure. */
function heard(path) {
  return new Promise((resolve) => {
    const pieces = [];
    const socket = connect(ports.echo, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\nHost: echo\r\nConnection: close\r\n\r\n`));
    socket.on("data", (piece) => pieces.push(piece));
    socket.on("end", () => resolve(Buffer.concat(pieces).toString("latin1")));
    socket.on("error", ({ code }) => resolve(code));
  });
}

test("broken answers are broken", async () => {
  for (const [kind, what] of [
    ["cut", /^HTTP\/1\.1 200 [^]*Content-Length: 27\r\n[^]*\r\n\r\n\[\{"number$/],
    ["cut-chunk", /^HTTP\/1\.1 200 [^]*Transfer-Encoding: chunked\r\n[^]*\r\n\r\n9\r\n\[\{"number\r\n$/],
    ["short-length", /^HTTP\/1\.1 200 [^]*Content-Length: 9\r\n[^]*\r\n\r\n\[\{"number":1\},\{"number":2\}\]$/],
    ["gzip", /^HTTP\/1\.1 200 [^]*Content-Encoding: gzip\r\n[^]*\r\n\r\n\[/],
    ["two-lengths", /content-length: 9\r\nContent-Length: 12\r\n/],
    ["empty", /^$/], ["reset", /^ECONNRESET$/], ["protocol", /^SSH-/],
    ["json", /^HTTP\/1\.1 200 [^]*application\/json[^]*"number": \r\n/],
    ["page-as-json", /^HTTP\/1\.1 502 [^]*application\/json[^]*<h1>/],
    ["utf-8", /^HTTP\/1\.1 200 [^]*charset=utf-8[^]*Orl\xe9ans/],
    ["no-type", /^HTTP\/1\.1 200 (?![^]*content-type)/i],
    ["loop", /^HTTP\/1\.1 302 [^]*Location: \/broken\/loop\r\n/],
  ]) {
    expect(await heard(`/broken/${kind}`), kind).toMatch(what);
  }
});

test("a browser reads what each CORS policy allows", async ({ page }) => {
  await page.goto("/robots.txt");
  const outcome = (address, init) =>
    page.evaluate(async ([at, options]) => fetch(at, options).then(({ status }) => status, () => "refused"), [address, init]);
  const simple = {};
  const asking = { method: "PUT", headers: { Authorization: "Bearer t" } };
  const cookies = { credentials: "include" };
  for (const [policy, init, expected] of [
    ["allowed", simple, 200], ["allowed", asking, 200], ["allowed", cookies, 200],
    ["any-origin", simple, 200], ["any-origin", asking, 200], ["any-origin", cookies, "refused"],
    ["refused", simple, "refused"], ["refused", asking, "refused"],
    ["preflight-refused", simple, 200], ["preflight-refused", asking, "refused"],
    ["headers-refused", simple, 200], ["headers-refused", asking, "refused"],
    ["other-origin", simple, "refused"],
  ]) {
    expect(await outcome(`${echo}/cors/${policy}/anything`, init), `${policy} ${JSON.stringify(init)}`).toBe(expected);
  }
  expect(await outcome(`${prism}/security/bearer`, { headers: { Authorization: "Bearer t" } })).toBe(200);
  expect(await outcome(documents.echo, simple)).toBe(200);
});

test("Prism takes right requests and refuses wrong ones", async () => {
  for (const [path, init] of right) expect((await fetch(prism + path, init)).ok, said(path, init)).toBe(true);
  for (const [path, status, init] of wrong) expect((await fetch(prism + path, init)).status, said(path, init)).toBe(status);
  for (const [path, outcome, init] of mistakes) {
    expect((await fetch(prism + path, init)).ok ? "taken" : "refused", said(path, init)).toBe(outcome);
  }
});

test("the authorization server gives tokens", async () => {
  const found = await (await fetch(`${oauth}/.well-known/openid-configuration`)).json();
  expect(found.token_endpoint).toBe(`${oauth}/token`);
  const body = new URLSearchParams({ grant_type: "client_credentials", scope: "read" });
  expect(await (await fetch(found.token_endpoint, { method: "POST", body })).json()).toMatchObject({ token_type: "Bearer" });
  const back = "http://127.0.0.1/back";
  const query = new URLSearchParams({ response_type: "code", client_id: "a", redirect_uri: back, state: "s", scope: "read" });
  const answer = await fetch(`${found.authorization_endpoint}?${query}`, { redirect: "manual" });
  expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1\/back\?code=.+&state=s$/);
});

/** Asks a forge of a space; a body is JSON. */
async function askForge(space, kind, method, path, body, headers = {}) {
  const accept = kind === "github" ? "application/vnd.github+json" : "application/json";
  const authorization = `${kind === "forgejo" ? "token" : "Bearer"} ${TOKEN}`;
  const type = body && { "Content-Type": "application/json" };
  const root = { github: "/api/v3", gitlab: "/api/v4", forgejo: "/api/v1" }[kind];
  const init = { method, body: body && JSON.stringify(body), headers: { Accept: accept, Authorization: authorization, ...type, ...headers } };
  const answer = await fetch(`${forge}/${space}/${kind}${root}${path}`, init);
  return { status: answer.status, body: await answer.json() };
}

const sha = "1".repeat(40);
const content = Buffer.from("été").toString("base64");
const file = { message: "m", content, branch: "b" };
const request = { title: "t", head: "b", base: "main", body: "" };
const contracts = {
  github: [
    ["GET", "/repos/team/catalogue/git/ref/heads/b", 404],
    ["POST", "/repos/team/catalogue/git/refs", 201, { ref: "refs/heads/b", sha }],
    ["POST", "/repos/team/catalogue/git/refs", 422, { ref: "refs/heads/b", sha }],
    ["GET", "/repos/team/catalogue/contents/a/b.md?ref=b", 404],
    ["PUT", "/repos/team/catalogue/contents/a/b.md", 201, file],
    ["PUT", "/repos/team/catalogue/contents/a/b.md", 422, file],
    ["PUT", "/repos/team/catalogue/contents/a/b.md", 409, { ...file, sha }],
    ["GET", "/repos/team/catalogue/contents/a/b.md?ref=b", 200],
    ["GET", "/repos/team/catalogue/pulls?state=open&head=team%3Ab&base=main", 200],
    ["POST", "/repos/team/catalogue/pulls", 201, request],
    ["POST", "/repos/team/catalogue/pulls", 422, request],
  ],
  forgejo: [
    ["GET", "/repos/team/catalogue/branches/b", 404],
    ["POST", "/repos/team/catalogue/branches", 201, { new_branch_name: "b", old_ref_name: "main" }],
    ["POST", "/repos/team/catalogue/branches", 409, { new_branch_name: "b", old_ref_name: "main" }],
    ["POST", "/repos/team/catalogue/contents/a/b.md", 201, file],
    ["POST", "/repos/team/catalogue/contents/a/b.md", 422, file],
    ["PUT", "/repos/team/catalogue/contents/a/b.md", 422, { ...file, sha }],
    ["GET", "/repos/team/catalogue/contents/a/b.md?ref=b", 200],
    ["GET", "/repos/team/catalogue/pulls?state=open&sort=recentupdate&limit=50", 200],
    ["POST", "/repos/team/catalogue/pulls", 201, request],
    ["POST", "/repos/team/catalogue/pulls", 409, request],
  ],
  gitlab: [
    ["GET", "/projects/team%2Fcatalogue/repository/branches/b", 404],
    ["GET", "/projects/team%2Fcatalogue/repository/files/a%2Fb.md?ref=main", 404],
    ["POST", "/projects/team%2Fcatalogue/repository/commits", 201, { branch: "b", start_branch: "main", commit_message: "m", actions: [{ action: "create", file_path: "a/b.md", content, encoding: "base64" }] }],
    ["POST", "/projects/team%2Fcatalogue/repository/commits", 400, { branch: "b", commit_message: "m", actions: [{ action: "create", file_path: "a/b.md", content, encoding: "base64" }] }],
    ["GET", "/projects/team%2Fcatalogue/repository/files/a%2Fb.md?ref=b", 200],
    ["GET", "/projects/team%2Fcatalogue/merge_requests?state=opened&source_branch=b&target_branch=main", 200],
    ["POST", "/projects/team%2Fcatalogue/merge_requests", 201, { source_branch: "b", target_branch: "main", title: "t", description: "", remove_source_branch: true }],
    ["POST", "/projects/team%2Fcatalogue/merge_requests", 409, { source_branch: "b", target_branch: "main", title: "t", description: "", remove_source_branch: true }],
  ],
};

test("the forges take what their REST APIs describe, and nothing else", async () => {
  for (const [kind, exchanges] of Object.entries(contracts)) {
    for (const [method, path, status, body] of exchanges) {
      expect((await askForge("right", kind, method, path, body)).status, said(path, { method })).toBe(status);
    }
    const [, path] = contracts[kind][0];
    expect((await askForge("right", kind, "GET", path, null, { Authorization: `${kind === "forgejo" ? "token" : "Bearer"} other` })).status).toBe(401);
    for (const [method, at, body, headers] of [
      ["GET", `${path}?x=1`], ["DELETE", path], ["GET", "/user"], ["GET", path, null, { Accept: "text/html" }],
      ["GET", path, null, { Authorization: "Basic x" }], ["POST", contracts[kind].at(-1)[1], { title: "t" }],
      ["POST", contracts[kind].at(-1)[1], contracts[kind].at(-1)[3], { "Content-Type": "text/plain" }],
    ]) {
      expect((await askForge("wrong", kind, method, at, body, headers)).status, said(at, { method })).toBe(400);
    }
  }
  const right = await (await fetch(`${forge}/right`)).json();
  expect(right.faults).toEqual([]);
  for (const kind of Object.keys(contracts)) expect(right[kind]).toMatchObject({ branches: { main: {}, b: { "a/b.md": content } }, requests: [{ branch: "b" }] });
  expect((await (await fetch(`${forge}/wrong`)).json()).faults).toHaveLength(21);
});

test("the forges fail as a test asks, and an operator keeps a submission once", async () => {
  const fail = [
    { on: "GET /gitlab", status: 500 }, { on: "GET /gitlab", status: 0 }, { on: "GET /gitlab", wait: 300 },
    { on: "POST /post", status: 503, headers: { "Retry-After": "1" }, after: true },
  ];
  await fetch(`${forge}/failing`, { method: "PUT", body: JSON.stringify({ files: { "a.md": "x" }, fail }) });
  const [, path] = contracts.gitlab[0];
  expect(await askForge("failing", "gitlab", "GET", path)).toMatchObject({ status: 500, body: { message: "The test asked for 500" } });
  await expect(askForge("failing", "gitlab", "GET", path)).rejects.toThrow("fetch failed");
  const start = Date.now();
  expect((await askForge("failing", "gitlab", "GET", path)).status).toBe(404);
  expect(Date.now() - start).toBeGreaterThanOrEqual(299);
  const body = JSON.stringify({ version: 1, title: "t", summary: "", files: [] });
  const key = `"${createHash("sha256").update(body).digest("hex")}"`;
  const submit = (sent, idempotency) => fetch(`${forge}/failing/post`, { method: "POST", body: sent, headers: { "Content-Type": "application/json", "Idempotency-Key": idempotency } });
  const first = await submit(body, key);
  expect([first.status, first.headers.get("retry-after")]).toEqual([503, "1"]);
  const second = await submit(body, key);
  expect([second.status, second.headers.get("location")]).toEqual([201, `${forge}/failing/post/1`]);
  expect((await submit(`${body} `, key)).status).toBe(400);
  const space = await (await fetch(`${forge}/failing`)).json();
  expect([space.submissions.length, space.faults.length, space.calls.length]).toEqual([1, 1, 6]);
  const form = await (await fetch(`${forge}/failing/github/team/catalogue/new/main?filename=a%2Fb.md&value=%22%3Cb%3E`)).text();
  expect(form).toContain('value="a/b.md"');
  expect(form).toContain('&#34;&#60;b>');
});

test("documents name the ports of this run", async () => {
  for (const address of Object.values(documents)) {
    const source = await (await fetch(address)).text();
    expect(source).toContain("openapi: 3.");
    expect(source).not.toContain("_PORT");
  }
});
