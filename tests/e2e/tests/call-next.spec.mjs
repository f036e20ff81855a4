// What a call leads to: code in every target, the proxy of the site, the links of the document.
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";

test.use({ calledOrigins: [[echo], { option: true }] });

const ok = { description: "ok" };
const token = { parts: { type: "http", scheme: "bearer" } };

/** Gives api-geo a document of these operations, and opens the form of the first. */
async function opened(page, paths, { server = echo, security } = {}) {
  const components = { securitySchemes: token };
  const document = { openapi: "3.1.0", info: { title: "Echo", version: "1" }, servers: [{ url: server }], paths, components, security };
  await page.route("**/data/openapi/api-geo/0.json", (route) => route.fulfill({ json: document }));
  await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await page.getByRole("button", { name: "Envoyer", exact: true }).waitFor();
}

const parameter = (name, where, type) => ({ name, in: where, required: true, schema: { type } });
const answerOf = (page) => page.locator("#call-answer");
const send = (page) => page.getByRole("button", { name: "Envoyer", exact: true }).click();

test("the call that is filled in is shown as code in each target, and the choice is kept", async ({ page }) => {
  await opened(page, { "/anything": { get: { operationId: "rechercherCommunes", parameters: [parameter("q", "query", "string")], responses: { 200: ok } } } });
  await page.getByLabel(/^q/).fill("été & hiver");
  await page.getByText("Cet appel en code, dans le langage de votre choix").click();
  const code = page.getByRole("group", { name: "Cet appel en code" });
  await expect(code).toContainText("q=%C3%A9t%C3%A9%20%26%20hiver");
  const choice = page.locator("#try").getByLabel("Outil ou langage");
  const marks = {
    curl: "curl ", "curl-powershell": "curl ", httpie: "http ", wget: "wget ", http: "GET /anything", javascript: "fetch(", node: "await fetch(",
    "python-requests": "import requests", "python-httpx": "import httpx", r: "httr2", php: "curl_init", java: "HttpRequest", kotlin: "OkHttpClient",
    csharp: "HttpClient", go: "package main", rust: "reqwest", ruby: "Net::HTTP", "power-query": "Web.Contents",
  };
  await expect(choice.locator("option")).toHaveCount(Object.keys(marks).length);
  for (const [target, mark] of Object.entries(marks)) {
    await choice.selectOption(target);
    await expect(code).toContainText(mark);
    await expect(code).toContainText("hiver");
  }
  // It follows what is typed, and stays open.
  await page.getByLabel(/^q/).fill("automne");
  await expect(code).toContainText("automne");
  await expectAccessible(page);
  await page.reload();
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await page.getByText("Cet appel en code, dans le langage de votre choix").click();
  await expect(choice).toHaveValue("power-query");
});

test.describe("the proxy of the site", () => {
  test.use({ expectedErrors: [[/CORS policy|Failed to load resource|net::ERR/, /^$/], { option: true }] });

  const refused = `${echo}/cors/refused`;
  const paths = { "/anything": { get: { operationId: "rechercherCommunes", parameters: [], responses: { 200: ok } } } };

  /** The site of an operator that runs a proxy. */
  const withProxy = (page, proxy) =>
    page.route("**/data/catalogue.json*", async (route) => {
      const answer = await route.fetch();
      const catalogue = await answer.json();
      catalogue.content.site.proxy = { url: `${echo}/relay?url={url}`, ...proxy };
      await route.fulfill({ response: answer, json: catalogue });
    });

  async function withToken(page) {
    await page.getByLabel("Clé ou jeton", { exact: true }).fill("very-secret-token");
  }

  test("is not there unless the operator runs one", async ({ page }) => {
    await opened(page, paths, { server: refused });
    await send(page);
    await expect(answerOf(page)).toContainText("Access-Control-Allow-Origin");
    await expect(page.getByRole("button", { name: "Envoyer par le relais" })).toHaveCount(0);
  });

  test("calls only for who agrees, without credentials", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => request.url().includes("/relay") && request.method() !== "OPTIONS" && asked.push(request));
    await withProxy(page, {});
    await opened(page, paths, { server: refused, security: [{ parts: [] }] });
    await withToken(page);
    await send(page);
    await expect(answerOf(page)).toContainText("Appeler par le relais du site");
    await expect(answerOf(page)).toContainText("sans vos clés ni mots de passe");
    await expect(answerOf(page)).toContainText(/authorization/i);
    await expectAccessible(page);
    expect(asked).toHaveLength(0);
    await page.getByRole("button", { name: "Envoyer par le relais" }).click();
    await expect(answerOf(page)).toContainText("200");
    await expect(answerOf(page)).toContainText("Cette réponse est passée par le relais du site.");
    expect(asked).toHaveLength(1);
    expect(await asked[0].headerValue("authorization")).toBeNull();
  });

  test("lets credentials through where the operator allows it, and says so", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => request.url().includes("/relay") && request.method() !== "OPTIONS" && asked.push(request));
    await withProxy(page, { credentials: true });
    await opened(page, paths, { server: refused, security: [{ parts: [] }] });
    await withToken(page);
    await send(page);
    await expect(answerOf(page)).toContainText("clés et mots de passe compris");
    await page.getByRole("button", { name: "Envoyer par le relais" }).click();
    await expect(answerOf(page)).toContainText("very-secret-token");
    expect(await asked[0].headerValue("authorization")).toBe("Bearer very-secret-token");
  });
});

test("an answer leads to the operations that the document links", async ({ page }) => {
  const item = { operationId: "rechercherDepartements", parameters: [parameter("id", "path", "integer")], responses: { 200: ok } };
  const links = {
    second: { operationId: "rechercherDepartements", parameters: { id: "$response.body#/items/1/id" } },
    nowhere: { operationId: "rechercherDepartements", parameters: { id: "$response.body#/none" } },
    elsewhere: { operationRef: "https://other.example/openapi.json#/paths/~1x/get" },
  };
  const list = { operationId: "rechercherCommunes", responses: { 200: { ...ok, links } } };
  await opened(page, { "/items": { get: list }, "/item/{id}": { get: item } });
  await send(page);
  const suite = page.getByRole("region", { name: "Suites possibles, selon la description" });
  await expect(suite.getByRole("listitem")).toHaveCount(3);
  await expect(suite).toContainText("$response.body#/none");
  await expect(suite).toContainText("https://other.example/openapi.json");
  await expectAccessible(page);
  await suite.getByRole("button", { name: "Préparer GET /item/{id}" }).first().click();
  await expect(page).toHaveURL(/operation=rechercherDepartements/);
  await expect(page.getByText("Valeurs reprises de la réponse précédente.")).toBeVisible();
  await expect(page.getByLabel(/^id/)).toHaveValue("2");
  await send(page);
  await expect(answerOf(page)).toContainText("Élément 2");
});
