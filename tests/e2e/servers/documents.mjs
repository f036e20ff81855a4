// The OpenAPI documents of the tests. They are served here and nowhere else, so they cannot reach the catalogue.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { ports } from "./addresses.mjs";

/** Ports change with the checkout: each server has its port as a variable, whose default is filled in. */
const served = (name) => async (_, response) => {
  const source = await readFile(fileURLToPath(new URL(name, import.meta.url)), "utf8");
  const filled = source.replaceAll("ECHO_PORT", ports.echo).replaceAll("PRISM_PORT", ports.prism).replaceAll("OAUTH_PORT", ports.oauth);
  response.writeHead(200, { "Content-Type": "application/yaml; charset=utf-8" }).end(filled);
};

export const documents = { "/echo.yaml": served("echo.yaml"), "/every-kind.yaml": served("every-kind.yaml") };
