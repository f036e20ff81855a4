import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";

const data = fileURLToPath(new URL("../../../dist/data/explorer", import.meta.url));

test("leads from an API to an operation, whose address can be shared", async ({ page, context }) => {
  await open(page, "/apis/api-adresse");
  await page.getByRole("link", { name: "Explorer les opérations" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^API Adresse.: opérations$/ })).toBeFocused();
  const outline = page.getByRole("navigation", { name: "Opérations" });
  await outline.getByRole("link", { name: /\/reverse / }).first().click();
  await expect(page).toHaveURL(/\/apis\/api-adresse\/explorer\?operation=chercherAdresseAutourDunPoint$/);
  const title = page.getByRole("main").getByRole("heading", { level: 2 }).and(page.locator("#operation-title"));
  await expect(title).toBeFocused();
  await expect(outline.getByRole("link", { name: /\/reverse / }).first()).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("heading", { name: "Paramètres" })).toBeVisible();
  const shown = await title.textContent();

  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.locator("#operation-title")).toHaveText(shown);
  await other.close();

  await page.goBack();
  await expect(page.getByText("Choisissez une opération")).toBeVisible();
});

test("the filter looks into paths, summaries, parameters and fields, and keeps the focus", async ({ page }) => {
  await open(page, "/apis/api-adresse/explorer");
  const outline = page.getByRole("navigation", { name: "Opérations" });
  const count = outline.getByRole("status");
  const before = await count.textContent();
  const field = outline.getByRole("searchbox", { name: "Filtrer les opérations" });
  await field.pressSequentially("post csv");
  await expect(count).not.toHaveText(before);
  await expect(field).toBeFocused();
  for (const method of await outline.getByRole("link").locator(".method").allTextContents()) expect(method).toBe("POST");
  await field.fill("citycode");
  await expect(outline.getByRole("link").first()).toBeVisible();
  await field.fill("zzzz");
  await expect(outline.getByText("Aucune opération ne contient ces mots.")).toBeVisible();
  await field.fill("");
  await expect(count).toHaveText(before);
});

test("the keyboard alone leads from the list to an operation", async ({ page }) => {
  await open(page, "/apis/api-geo/explorer");
  await page.getByRole("searchbox", { name: "Filtrer les opérations" }).focus();
  await page.keyboard.type("departements code communes");
  await page.keyboard.press("Tab");
  // Chromium lets a list that scrolls take the focus.
  const link = page.getByRole("navigation", { name: "Opérations" }).getByRole("link").first();
  for (let step = 0; step < 3 && !(await link.evaluate((one) => one === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#operation-title")).toBeFocused();
});

test("an operation is asked for once, while somebody is about to choose it", async ({ page }) => {
  await open(page, "/apis/api-geo/explorer");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const operations = () => asked.filter((path) => /\/explorer\/api-geo\/0\/\d+\.json$/.test(path));
  const link = page.getByRole("navigation", { name: "Opérations" }).getByRole("link");
  // A pointer that only passes: had it asked, that would have been before the one that rests.
  await link.nth(0).evaluate((one) => ["pointerenter", "pointerleave"].forEach((type) => one.dispatchEvent(new PointerEvent(type))));
  const came = page.waitForResponse(/\/explorer\/api-geo\/0\/\d+\.json$/);
  await link.nth(1).hover();
  await (await came).finished();
  expect(operations()).toHaveLength(1);
  await link.nth(1).click();
  await expect(page.locator("#operation-title")).toBeFocused();
  expect(operations()).toHaveLength(1);

  const next = page.waitForResponse(/\/explorer\/api-geo\/0\/\d+\.json$/);
  await link.nth(2).focus();
  await (await next).finished();
  await page.keyboard.press("Enter");
  await expect(link.nth(2)).toHaveAttribute("aria-current", "page");
  await expect(page.locator("#operation-title")).toBeFocused();
  expect(operations()).toHaveLength(2);
});

test("the tool or language is kept, its code can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const address = "/apis/api-geo/explorer?operation=rechercherCommunes";
  await open(page, address);
  const code = page.getByRole("group", { name: "Appeler en code" });
  await expect(code).toContainText("curl");
  await page.getByLabel("Outil ou langage").selectOption({ label: "Python (requests)" });
  await expect(code).toContainText("import requests");
  await page.getByRole("button", { name: "Copier" }).click();
  await expect(page.getByRole("status").getByText("Copié")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code.textContent());
  await page.reload();
  await expect(code).toContainText("import requests");
});

test("an operation that does not exist is said, the list stays", async ({ page }) => {
  await open(page, "/apis/api-geo/explorer?operation=gone");
  await expect(page.getByRole("alert")).toHaveText(/n’a pas d’opération «\sgone\s»/);
  await page.getByRole("navigation", { name: "Opérations" }).getByRole("link").first().click();
  await expect(page.locator("#operation-title")).toBeVisible();
});

test.describe("data that do not come", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("the operation says why, the list stays, a retry works", async ({ page }) => {
    await page.route("**/data/explorer/api-geo/0/0.json", (route) => route.fulfill({ body: "{" }));
    await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
    await expect(page.getByRole("alert")).toHaveText(/tronqué/);
    await expect(page.getByRole("navigation", { name: "Opérations" }).getByRole("link").first()).toBeVisible();
    await page.unroute("**/data/explorer/api-geo/0/0.json");
    await page.getByRole("button", { name: "Réessayer" }).click();
    await expect(page.locator("#operation-title")).toBeVisible();
  });

  test("an operation that did not come ahead is asked for again when it is chosen", async ({ page }) => {
    await open(page, "/apis/api-geo/explorer");
    const link = page.getByRole("navigation", { name: "Opérations" }).getByRole("link").first();
    const files = /\/explorer\/api-geo\/0\/\d+\.json$/;
    await page.route(files, (route) => route.abort());
    const failed = page.waitForEvent("requestfailed", (request) => files.test(request.url()));
    await link.hover();
    await failed;
    await page.unroute(files);
    await link.click();
    await expect(page.locator("#operation-title")).toBeFocused();
  });
});

test("an operation with everything open fits 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, "/apis/annuaire-education/explorer");
  await page.getByRole("navigation", { name: "Opérations" }).getByRole("link").nth(1).click();
  await expect(page.locator("#operation-title")).toBeVisible();
  await page.locator("main details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
  await expect(page.locator("main details").first()).toHaveAttribute("open");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("words of a document are never taken for markup", async ({ page }) => {
  const bad = "<img src=x onerror=window.bad=1>";
  await page.route("**/data/explorer/api-geo/0/contents.json", async (route) => {
    const text = (await (await route.fetch()).text()).replaceAll("/communes", bad).replaceAll("commune", bad);
    await route.fulfill({ body: text });
  });
  await open(page, "/apis/api-geo/explorer");
  await expect(page.getByRole("navigation", { name: "Opérations" }).getByText(bad).first()).toBeVisible();
  expect(await page.evaluate(() => window.bad)).toBeUndefined();
});

test("every operation of every document of the catalogue opens, without fault", async ({ page }) => {
  test.setTimeout(180_000);
  let opened = 0;
  for (const api of readdirSync(data)) {
    for (const rank of readdirSync(`${data}/${api}`)) {
      const { content } = JSON.parse(readFileSync(`${data}/${api}/${rank}/contents.json`, "utf8"));
      for (const { id } of content.groups.flatMap((group) => group.operations)) {
        await open(page, `/apis/${api}/explorer?document=${rank}&operation=${encodeURIComponent(id)}`);
        await expect(page.locator("#operation-title")).toBeVisible();
        await expect(page.getByRole("heading", { name: "Réponses" })).toBeVisible();
        opened += 1;
      }
      await expectAccessible(page);
    }
  }
  expect(opened).toBeGreaterThan(50);
});
