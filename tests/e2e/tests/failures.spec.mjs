import { expect, open, test } from "../fixtures.mjs";

test.use({ expectedErrors: [/Failed to load resource/] });

const bad = {
  "not JSON": { body: "<!doctype html><title>Oups</title>", says: /n’est pas du JSON/ },
  truncated: { body: '{"version":2,"content":{"slug":"api-geo","api":{"ti', says: /tronqué/ },
  "of another version": { body: '{"version":0,"content":{}}', says: /autre version du site \(format 0, attendu 2\)/ },
  incomplete: { body: '{"version":2,"content":{}}', says: /incomplet/ },
  missing: { status: 404, body: "", says: /n’existe pas sur le serveur/ },
  "an error": { status: 503, body: "", says: /erreur \(503\)/ },
};

for (const [name, { says, ...answer }] of Object.entries(bad)) {
  test(`page data that are ${name} are explained, the rest works, retry works`, async ({ page }) => {
    await page.route("**/data/apis/api-adresse.json", (route) => route.fulfill(answer));
    await page.goto("/apis/api-adresse");
    await expect(page.getByRole("heading", { level: 1, name: "Ce contenu ne peut pas être affiché" })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveText(says);
    await page.getByRole("link", { name: "Producteurs", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Producteurs" })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("alert")).toBeVisible();
    await page.unroute("**/data/apis/api-adresse.json");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "API Adresse" })).toBeVisible();
  });
}

test("a broken catalogue is explained; pages that do not need it work", async ({ page }) => {
  await page.route("**/data/catalogue.json", (route) => route.fulfill({ body: "{" }));
  await page.goto("/apis");
  await expect(page.getByRole("alert")).toHaveText(/tronqué/);
  await page.goto("/legal");
  await expect(page.getByRole("heading", { level: 1, name: "Mentions légales" })).toBeVisible();
});

test("without network, the page says so and comes back", async ({ page, context }) => {
  await open(page, "/apis");
  await context.setOffline(true);
  await page.getByRole("link", { name: "API Adresse", exact: true }).click();
  await expect(page.getByRole("alert")).toHaveText(/pas connecté à internet/);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Réessayer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API Adresse" })).toBeVisible();
});

test.describe("a part of the application that does not come", () => {
  test.use({ expectedErrors: [/Failed to load resource|Failed to fetch|HTTP status code is not ok/] });

  for (const [name, answer] of Object.entries({
    "cut off": (route) => route.abort(),
    "of a site that is no more": (route) => route.fulfill({ status: 404, body: "" }),
  })) {
    test(`${name} is explained, the rest works, retry works`, async ({ page }) => {
      await open(page, "/apis/api-geo");
      await page.route("**/split_explorer-*.wasm", answer);
      await page.getByRole("link", { name: "Explorer les opérations" }).click();
      await expect(page.getByRole("alert")).toHaveText(/Une partie du site n’a pas pu être chargée/);
      await page.getByRole("link", { name: "Producteurs", exact: true }).first().click();
      await expect(page.getByRole("heading", { level: 1, name: "Producteurs" })).toBeVisible();
      await page.goBack();
      await expect(page.getByRole("alert")).toBeVisible();
      await page.unroute("**/split_explorer-*.wasm");
      await page.getByRole("button", { name: "Réessayer" }).click();
      await expect(page.getByText("Choisissez une opération")).toBeVisible();
    });
  }
});

test("a host that gives the wrong type to WebAssembly serves the explorer too", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await open(page, "/apis/api-geo/explorer");
  await expect(page.getByText("Choisissez une opération")).toBeVisible();
});

test("a bad address suggests the pages it may have meant", async ({ page }) => {
  await open(page, "/les-api/api-geo");
  await expect(page.getByRole("heading", { level: 1, name: "Page introuvable" })).toBeVisible();
  const suggestions = page.getByRole("main").getByRole("listitem").getByRole("link");
  await expect(suggestions.first()).toHaveAttribute("href", "/apis/api-geo");
  await suggestions.first().click();
  await expect(page).toHaveURL(/\/apis\/api-geo$/);
});
