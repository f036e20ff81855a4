// Every kind of status, answers that break on the way, and those that nobody waits for any more, from the echo server.
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";

test.use({ calledOrigins: [echo] });

/** Fills in the form of an operation whose document says that it is `path` of the echo server, and sends it. */
async function send(page, path) {
  const [name, asked] = path.split("?");
  const parameters = [...new URLSearchParams(asked)].map(([name, value]) => ({ name, in: "query", required: true, example: value, schema: { type: "string" } }));
  const get = { operationId: "rechercherCommunes", parameters, responses: { default: { description: "ok" } } };
  const document = { openapi: "3.1.0", info: { title: "Echo", version: "1" }, servers: [{ url: echo }], paths: { [name]: { get } } };
  await page.route("**/data/openapi/api-geo/0.json", (route) => route.fulfill({ json: document }));
  await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await page.getByRole("button", { name: "Remplir avec les exemples" }).click();
  await expect(page.locator(".call__preview pre").first()).toContainText(path);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
}

test.describe("statuses", () => {
  test.use({ expectedErrors: [[/Failed to load resource/], { option: true }] });

  for (const [path, status, meaning] of [
    ["/status/204", 204, "sans contenu"], ["/status/304", 304, "Inchangé"], ["/status/401", 401, "Authentification nécessaire"],
    ["/status/418", 418, "418"], ["/status/429", 429, "trop"], ["/status/503", 503, "indisponible"], ["/redirect/2", 200, "après redirection"],
    ["/gzip", 200, "Succès"],
  ]) {
    test(`${path} is shown with its meaning`, async ({ page }) => {
      await send(page, path);
      const answer = page.getByRole("region", { name: new RegExp(`^Réponse ${status}`) });
      await expect(answer).toBeFocused();
      await expect(answer).toContainText(new RegExp(meaning, "i"));
      await expectAccessible(page);
    });
  }
});

test.describe("answers that break", () => {
  test.use({ expectedErrors: [[/Failed to load resource|net::ERR/], { option: true }] });

  for (const path of ["cut", "cut-chunk", "gzip", "two-lengths", "empty", "reset", "protocol"]) {
    test(`what came is kept, or why nothing did: ${path}`, async ({ page }) => {
      await send(page, `/broken/${path}`);
      const answer = page.locator("#call-answer");
      await expect(answer).toBeFocused();
      await expect(answer).toContainText(/interrompu|coupé|incompl|en ligne de commande/);
      await expectAccessible(page);
    });
  }
});

test("who sends again waits for the new answer, and is told nothing of the one before", async ({ page }) => {
  const asked = page.waitForRequest(/\/slow\/first-byte/);
  await send(page, "/slow/first-byte?wait=20000");
  await asked;
  await page.evaluate(() => {
    window.titles = [];
    const look = () => window.titles.push(document.querySelector("#call-answer-title")?.textContent ?? "");
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  });
  await page.getByLabel(/^wait/).fill("1");
  await expect(page.locator(".call__preview pre").first()).toContainText("wait=1 ");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(page.getByRole("region", { name: /^Réponse 200/ })).toBeFocused();
  const titles = await page.evaluate(() => window.titles.filter(Boolean));
  expect(titles.length).toBeGreaterThan(0);
  for (const title of titles) expect(title).toContain("200");
});

test("who leaves the page stops what it was waiting for", async ({ page }) => {
  const asked = page.waitForRequest(/\/slow\/first-byte/);
  await send(page, "/slow/first-byte?wait=20000");
  await asked;
  const stopped = page.waitForEvent("requestfailed", (request) => request.url().includes("/slow/first-byte"));
  await page.getByRole("link", { name: "Producteurs" }).first().click();
  expect((await stopped).failure().errorText).toContain("ABORTED");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
