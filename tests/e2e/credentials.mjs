// An API of the catalogue whose document is that of a test: its operations call the servers of the tests.
import { expect, open } from "./fixtures.mjs";

/** Operations of API Géo: their pages stay those of the catalogue. */
export const operations = ["rechercherCommunes", "rechercherDepartements", "rechercherRegions"];

/** Gives the API the operations `calls`: path, security, servers and parameters of each, in the order of `operations`. */
export async function describe(page, { server, schemes, calls }) {
  const one = ([path, security, servers, ...parameters], rank) => [
    path,
    { get: { operationId: operations[rank], security, servers, parameters, responses: { 200: { description: "ok" } } } },
  ];
  const document = {
    openapi: "3.2.0",
    info: { title: "Test", version: "1" },
    servers: [{ url: server }],
    paths: Object.fromEntries(calls.map(one)),
    components: { securitySchemes: schemes },
  };
  await page.route("**/data/openapi/api-geo/0.json", (route) => route.fulfill({ json: document }));
}

/** Opens the form of the operation of this rank. */
export async function tryIt(page, rank = 0) {
  await open(page, `/apis/api-geo/explorer?operation=${operations[rank]}`);
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  return page.getByRole("group", { name: "Authentification" });
}

/** Sends the call, and gives what came back as JSON. */
export async function send(page) {
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  return answer(page);
}

/** The answer that is shown, as JSON. */
export async function answer(page) {
  await expect(page.locator("#call-answer")).toContainText("Réponse");
  const { origin } = new URL(page.url());
  const isCall = (request) => new URL(request.url()).origin !== origin && request.method() !== "OPTIONS";
  const calls = (await page.requests()).filter((request) => isCall(request) && request.redirectedTo() === null);
  return (await calls.at(-1).response()).json();
}

/** What a page shows or keeps, fields included only as text. */
export function traces(page) {
  return page.evaluate(() => [document.documentElement.outerHTML, location.href, JSON.stringify(history.state), JSON.stringify({ ...localStorage })].join());
}
