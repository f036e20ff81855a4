// Data that the real tool makes for an API the catalogue does not have, served in place of those of another one.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const tool = (...words) =>
  execFileSync("cargo", ["run", "--quiet", "--features", "cli", "--bin", "catalogue", "--", ...words], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 64 * 1024 * 1024,
  });

/** A document of `operations` operations, as `catalogue gen` makes it. */
export const generated = (operations) => tool("gen", "--openapi-operations", String(operations)).toString();

/** Builds the catalogue with `documents` as those of api-geo; gives a function that serves its data to a page. */
export function catalogueWith(documents) {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  cpSync(join(root, "public"), folder, { recursive: true, filter: (path) => !path.includes("/public/data") });
  const page = join(folder, "apis/api-geo/index.md");
  const list = documents.map((text, index) => {
    writeFileSync(join(folder, `apis/api-geo/openapi-${index}.json`), text);
    return `  - file: openapi-${index}.json`;
  });
  const before = readFileSync(page, "utf8");
  const after = before.replace(/^openapi:\n(?:[ \t-].*\n)+/m, `openapi:\n${list.join("\n")}\n`);
  if (after === before) throw new Error("api-geo has no openapi key to replace");
  writeFileSync(page, after);
  return served(folder);
}

/** Builds the catalogue with the files below `added`, as they are; gives a function that serves its data to a page. */
export function catalogueWithFolder(added) {
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  cpSync(join(root, "public"), folder, { recursive: true, filter: (path) => !path.includes("/public/data") });
  cpSync(added, folder, { recursive: true });
  tool("check", "--content", folder);
  return served(folder);
}

function served(folder) {
  const data = join(folder, "data");
  mkdirSync(data);
  tool("build", "--content", folder, "--out", data);
  const serve = (target) =>
    target.route("**/data/**", (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*\/data\//, "");
      try {
        return route.fulfill({ body: readFileSync(join(data, path)), contentType: "application/json" });
      } catch {
        return route.fulfill({ status: 404, body: "" });
      }
    });
  return { serve, remove: () => rmSync(folder, { recursive: true }) };
}
