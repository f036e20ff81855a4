// What the REST APIs of GitHub, GitLab and Forgejo take and answer, as their documents describe it, for the few requests
// that open a merge request: any other method, path, header or body is a fault that the space remembers.
import { createHash } from "node:crypto";

/** The repository of every space, and the branch it publishes. */
export const REPOSITORY = "team/catalogue";
export const BASE = "main";
/** The one token that may write. */
export const TOKEN = "good-token";

const COMMIT = "1".repeat(40);
const gitName = (bytes) => createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
const bytesOf = (text) => Buffer.from(text, "base64");

/** A refusal, in the words of the forge. */
class Refused extends Error {
  constructor(status, body) {
    super(JSON.stringify(body));
    Object.assign(this, { status, body });
  }
}

/** What no client may send: the test that finds it fails. */
class Fault extends Error {}

const text = (value) => typeof value === "string" && value !== "";
const base64 = (value) => typeof value === "string" && bytesOf(value).toString("base64") === value;
const optional = (rule) => Object.assign((value) => value === undefined || rule(value), { optional: true });
const is = (expected) => (value) => value === expected;

/** A body with exactly these members. */
function shaped(body, rules) {
  if (typeof body !== "object" || body === null || Array.isArray(body)) throw new Fault("the body is no object");
  for (const name of Object.keys(body)) if (!Object.hasOwn(rules, name)) throw new Fault(`unknown member ${name}`);
  for (const [name, rule] of Object.entries(rules)) if (!rule(body[name])) throw new Fault(`wrong member ${name}: ${JSON.stringify(body[name])}`);
  return body;
}

/** A query with exactly these parameters, in any order. */
function asked(query, expected) {
  const given = Object.fromEntries(query);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(expected, name)) throw new Fault(`unknown parameter ${name}`);
    if (expected[name] instanceof RegExp ? !expected[name].test(value) : expected[name] !== value) throw new Fault(`wrong parameter ${name}=${value}`);
  }
  for (const name of Object.keys(expected)) if (!Object.hasOwn(given, name)) throw new Fault(`missing parameter ${name}`);
  return given;
}

const branchOf = (space, name, missing) => space.branches[name] ?? (() => { throw new Refused(404, missing); })();
const ANY = /./;

/** Files of a branch, by `contents` (GitHub, Forgejo). */
function readContents(space, path, query, missing) {
  const { ref } = asked(query, { ref: ANY });
  const file = branchOf(space, ref, missing)[path];
  if (file === undefined) throw new Refused(404, missing);
  const bytes = bytesOf(file);
  return [200, { type: "file", name: path.split("/").at(-1), path, sha: gitName(bytes), size: bytes.length, encoding: "base64", content: file }];
}

function writeContents(space, path, body, known, statuses) {
  const branch = branchOf(space, body.branch, { message: "Not Found" });
  const old = branch[path] === undefined ? undefined : gitName(bytesOf(branch[path]));
  if (body.sha !== old) throw new Refused(known.status, { message: known.message });
  branch[path] = body.content;
  space.commits.push(body.message);
  return [old === undefined ? 201 : statuses, { content: { path, sha: gitName(bytesOf(body.content)) }, commit: { sha: COMMIT } }];
}

const pull = (space, { branch, title, body }, number) => ({
  number, title, body, state: "open", html_url: `${space.web}/${REPOSITORY}/pulls/${number}`, head: { ref: branch }, base: { ref: BASE },
});

function openPull(space, { head, title, body }, conflict) {
  branchOf(space, head, { message: "Not Found" });
  if (space.requests.some(({ branch }) => branch === head)) throw new Refused(conflict.status, conflict.body);
  space.requests.push({ branch: head, title, body });
  return [201, pull(space, space.requests.at(-1), space.requests.length)];
}

const pullShape = { title: text, head: text, base: is(BASE), body: (value) => typeof value === "string" };
const MESSAGE = { message: "Not Found", documentation_url: "https://docs.github.com/rest", status: "404" };

const github = {
  root: "/api/v3",
  accept: "application/vnd.github+json",
  authorization: "Bearer",
  unauthorized: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
  routes: [
    ["GET", /^\/repos\/team\/catalogue\/git\/ref\/heads\/(.+)$/, (space, [name], query) => {
      asked(query, {});
      branchOf(space, name, MESSAGE);
      return [200, { ref: `refs/heads/${name}`, object: { type: "commit", sha: COMMIT } }];
    }],
    ["POST", /^\/repos\/team\/catalogue\/git\/refs$/, (space, _, query, sent) => {
      const { ref } = shaped(sent, { ref: (value) => /^refs\/heads\/[\w.-]+$/.test(value), sha: is(COMMIT) });
      const name = ref.slice("refs/heads/".length);
      if (space.branches[name]) throw new Refused(422, { message: "Reference already exists", status: "422" });
      space.branches[name] = { ...space.branches[BASE] };
      return [201, { ref, object: { type: "commit", sha: COMMIT } }];
    }],
    ["GET", /^\/repos\/team\/catalogue\/contents\/(.+)$/, (space, [path], query) => readContents(space, path, query, MESSAGE)],
    ["PUT", /^\/repos\/team\/catalogue\/contents\/(.+)$/, (space, [path], _, sent) => {
      const body = shaped(sent, { message: text, content: base64, branch: text, sha: optional(text) });
      return writeContents(space, path, body, { status: body.sha ? 409 : 422, message: `${path} does not match` }, 200);
    }],
    ["GET", /^\/repos\/team\/catalogue\/pulls$/, (space, _, query) => {
      const { head } = asked(query, { state: "open", head: /^team:/, base: BASE });
      const numbered = space.requests.map((request, index) => pull(space, request, index + 1));
      return [200, numbered.filter(({ head: { ref } }) => `team:${ref}` === head)];
    }],
    ["POST", /^\/repos\/team\/catalogue\/pulls$/, (space, _, __, sent) => {
      const body = shaped(sent, pullShape);
      const message = `A pull request already exists for team:${body.head}.`;
      return openPull(space, body, { status: 422, body: { message: "Validation Failed", errors: [{ resource: "PullRequest", code: "custom", message }] } });
    }],
  ],
};

const forgejo = {
  root: "/api/v1",
  accept: "application/json",
  authorization: "token",
  unauthorized: { message: "invalid username, password or token", url: "https://forge.example/api/swagger" },
  routes: [
    ["GET", /^\/repos\/team\/catalogue\/branches\/(.+)$/, (space, [name], query) => {
      asked(query, {});
      branchOf(space, name, { message: "The target couldn't be found." });
      return [200, { name, commit: { id: COMMIT } }];
    }],
    ["POST", /^\/repos\/team\/catalogue\/branches$/, (space, _, __, sent) => {
      const { new_branch_name: name } = shaped(sent, { new_branch_name: text, old_ref_name: is(BASE) });
      if (space.branches[name]) throw new Refused(409, { message: "The branch already exists." });
      space.branches[name] = { ...space.branches[BASE] };
      return [201, { name, commit: { id: COMMIT } }];
    }],
    ["GET", /^\/repos\/team\/catalogue\/contents\/(.+)$/, (space, [path], query) => readContents(space, path, query, { message: "object does not exist" })],
    ["POST", /^\/repos\/team\/catalogue\/contents\/(.+)$/, (space, [path], _, sent) => {
      const body = shaped(sent, { message: text, content: base64, branch: text });
      return writeContents(space, path, body, { status: 422, message: `repository file already exists [path: ${path}]` }, 201);
    }],
    ["PUT", /^\/repos\/team\/catalogue\/contents\/(.+)$/, (space, [path], _, sent) => {
      const body = shaped(sent, { message: text, content: base64, branch: text, sha: text });
      return writeContents(space, path, body, { status: 422, message: "sha does not match" }, 200);
    }],
    ["GET", /^\/repos\/team\/catalogue\/pulls$/, (space, _, query) => {
      asked(query, { state: "open", sort: "recentupdate", limit: "50" });
      return [200, space.requests.map((request, index) => pull(space, request, index + 1)).reverse()];
    }],
    ["POST", /^\/repos\/team\/catalogue\/pulls$/, (space, _, __, sent) =>
      openPull(space, shaped(sent, pullShape), { status: 409, body: { message: "pull request already exists for these targets" } })],
  ],
};

const mergeRequest = (space, { branch, title, body }, iid) => ({
  id: 1000 + iid, iid, title, description: body, state: "opened", source_branch: branch, target_branch: BASE,
  web_url: `${space.web}/${REPOSITORY}/-/merge_requests/${iid}`,
});

/** Everything in one commit, or nothing. */
function commit(space, _, __, sent) {
  const body = shaped(sent, { branch: text, start_branch: optional(is(BASE)), commit_message: text, actions: (list) => Array.isArray(list) && list.length > 0 });
  if (body.start_branch && space.branches[body.branch]) throw new Refused(400, { message: `A branch called '${body.branch}' already exists.` });
  if (!body.start_branch && !space.branches[body.branch]) throw new Refused(400, { message: "You can only create or edit files when you are on a branch" });
  const files = { ...space.branches[body.start_branch ?? body.branch] };
  for (const action of body.actions) {
    const { file_path: path } = shaped(action, { action: (value) => ["create", "update"].includes(value), file_path: text, content: base64, encoding: is("base64") });
    if (action.action === "create" && files[path] !== undefined) throw new Refused(400, { message: "A file with this name already exists" });
    if (action.action === "update" && files[path] === undefined) throw new Refused(400, { message: "A file with this name doesn't exist" });
    files[path] = action.content;
  }
  space.branches[body.branch] = files;
  space.commits.push(body.commit_message);
  return [201, { id: COMMIT, message: body.commit_message }];
}

const PROJECT = "^\\/projects\\/team%2Fcatalogue";

const gitlab = {
  root: "/api/v4",
  accept: "application/json",
  authorization: "Bearer",
  unauthorized: { message: "401 Unauthorized" },
  routes: [
    ["GET", new RegExp(`${PROJECT}/repository/branches/([^/]+)$`), (space, [name], query) => {
      asked(query, {});
      branchOf(space, decodeURIComponent(name), { message: "404 Branch Not Found" });
      return [200, { name: decodeURIComponent(name), commit: { id: COMMIT } }];
    }],
    ["GET", new RegExp(`${PROJECT}/repository/files/([^/]+)$`), (space, [encoded], query) => {
      const { ref } = asked(query, { ref: ANY });
      const path = decodeURIComponent(encoded);
      const file = branchOf(space, ref, { message: "404 Commit Not Found" })[path];
      if (file === undefined) throw new Refused(404, { message: "404 File Not Found" });
      const bytes = bytesOf(file);
      return [200, { file_name: path.split("/").at(-1), file_path: path, size: bytes.length, encoding: "base64", ref, content: file, blob_id: gitName(bytes), content_sha256: createHash("sha256").update(bytes).digest("hex") }];
    }],
    ["POST", new RegExp(`${PROJECT}/repository/commits$`), commit],
    ["GET", new RegExp(`${PROJECT}/merge_requests$`), (space, _, query) => {
      const { source_branch: branch } = asked(query, { state: "opened", source_branch: ANY, target_branch: BASE });
      return [200, space.requests.map((request, index) => mergeRequest(space, request, index + 1)).filter((one) => one.source_branch === branch)];
    }],
    ["POST", new RegExp(`${PROJECT}/merge_requests$`), (space, _, __, sent) => {
      const body = shaped(sent, { source_branch: text, target_branch: is(BASE), title: text, description: (value) => typeof value === "string", remove_source_branch: is(true) });
      branchOf(space, body.source_branch, { message: ["Source branch does not exist"] });
      const open = space.requests.findIndex(({ branch }) => branch === body.source_branch);
      if (open >= 0) throw new Refused(409, { message: [`Another open merge request already exists for this source branch: !${open + 1}`] });
      space.requests.push({ branch: body.source_branch, title: body.title, body: body.description });
      return [201, mergeRequest(space, space.requests.at(-1), space.requests.length)];
    }],
  ],
};

const forges = { github, gitlab, forgejo };
export const kinds = Object.keys(forges);

/** Status and body of the answer of a forge to a request of its API: `path` from its root, `sent` the bytes of the body. */
export function answer(kind, space, { method, path, query, headers, sent }) {
  const forge = forges[kind];
  try {
    if (!path.startsWith(forge.root)) throw new Fault(`no such path: ${path}`);
    if (headers.accept !== forge.accept) throw new Fault(`Accept: ${headers.accept}`);
    if (!headers.authorization?.startsWith(`${forge.authorization} `)) throw new Fault(`Authorization: ${headers.authorization}`);
    if (headers.authorization !== `${forge.authorization} ${TOKEN}`) throw new Refused(401, forge.unauthorized);
    const hasBody = sent.length > 0;
    if (hasBody === (method === "GET")) throw new Fault(`${method} ${hasBody ? "with" : "without"} a body`);
    if (hasBody && headers["content-type"] !== "application/json") throw new Fault(`Content-Type: ${headers["content-type"]}`);
    const rest = path.slice(forge.root.length);
    for (const [known, pattern, handler] of forge.routes) {
      const found = known === method && pattern.exec(rest);
      if (found) return handler(space, found.slice(1), query, hasBody ? JSON.parse(sent) : undefined);
    }
    throw new Fault(`no such request: ${method} ${path}`);
  } catch (error) {
    if (error instanceof Refused) return [error.status, error.body];
    space.faults.push(`${method} ${path}: ${error.message}`);
    return [400, { message: `Not in the contract: ${error.message}` }];
  }
}
