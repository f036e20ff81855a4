// Reading an API: addresses of places, rows, forms, calls received, the dictionary, versions, long lists.
import { readFileSync } from "node:fs";
import { catalogueWith, generated } from "../catalogue.mjs";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";

const animal = (name, value) => ({ title: name, properties: { kind: { const: value }, [`of${name}`]: { type: "string" } } });
const person = {
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", description: "Full name", example: "=HYPERLINK(1)", default: "Nobody" },
    address: { type: "object", properties: { "post.code": { type: "string" }, city: { type: "object", properties: { label: { type: "string" } } } } },
    pet: { oneOf: [animal("Cat", "cat"), animal("Dog", "dog")] },
    level: { enum: Array.from({ length: 12 }, (_, index) => `level-${index}`) },
  },
};
const versionOf = (version, more) => ({
  openapi: "3.1.0",
  info: { title: "People", version },
  servers: [{ url: "https://people.example" }],
  externalDocs: { url: "https://docs.example", description: "The manual" },
  paths: {
    "/people": {
      post: {
        operationId: "add",
        summary: "Add a person",
        parameters: [{ name: "mode", in: "query", schema: { type: "string", default: "safe" }, example: "fast" }, ...more],
        requestBody: {
          description: "Who to **add**.",
          content: { "application/json": { schema: person, examples: { one: { summary: "First", value: { name: "A" } }, two: { summary: "Second", value: { name: "B" } } } } },
        },
        responses: {
          201: { description: "Added", content: { "application/json": { schema: person } }, links: { next: { operationId: "read", parameters: { id: "$response.body#/id" } } } },
          400: { description: "Refused", content: { "application/json": { schema: { properties: { reason: { type: "string" } } } } } },
        },
        callbacks: { added: { "{$request.body#/url}": { post: { summary: "Tell", requestBody: { content: { "application/json": { schema: person } } }, responses: { 204: { description: "ok" } } } } } },
      },
    },
    "/people/{id}": { get: { operationId: "read", summary: "Read a person", parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }], responses: { 200: { description: "ok", content: { "application/json": { schema: person } } } } } },
  },
  webhooks: { moved: { post: { operationId: "moved", summary: "A person moved", requestBody: { content: { "application/json": { schema: person } } }, responses: { 200: { description: "ok" } } } } },
});

const explorer = "/apis/api-geo/explorer";
const adding = `${explorer}?operation=add`;
let people;
test.beforeAll(() => {
  test.setTimeout(600_000);
  const asked = [{ name: "token", in: "query", required: true, schema: { type: "string" } }];
  people = catalogueWith([JSON.stringify(versionOf("1", [])), JSON.stringify(versionOf("2", asked))]);
});
test.afterAll(() => people?.remove());
test.beforeEach(({ page }) => people.serve(page));

const fits = async (page) => expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
const place = (page, anchor) => page.locator(`[id="${anchor}"]`);

test.describe("addresses of places", () => {
  for (const anchor of [
    "parameter-query.mode",
    "body.content.address.post~2e~code",
    "response-201.content.address.city.label",
    "response-400.content.reason",
    "response-201.content.pet.-oneOf-1.ofDog",
    "callback-added-post-request-body-url.body.content.name",
  ]) {
    test(`${anchor} is opened, focused, and survives a reload`, async ({ page }) => {
      await open(page, `${adding}#${encodeURIComponent(anchor)}`);
      await expect(place(page, anchor)).toBeFocused();
      await expect(place(page, anchor)).toBeInViewport();
      await page.reload();
      await expect(place(page, anchor)).toBeFocused();
      await expectAccessible(page);
    });
  }

  test("each row is a link that the keyboard reaches", async ({ page }) => {
    await open(page, adding);
    const link = place(page, "body.content.name").getByRole("link", { name: /^Lien vers «.name.»$/ });
    await link.focus();
    await expect(link).toHaveCSS("opacity", "1");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#body\.content\.name$/);
    await expect(place(page, "body.content.name")).toBeFocused();
    await page.goBack();
    await expect(page).toHaveURL(/operation=add$/);
  });

  test("what closed is opened again by another address of the same page", async ({ page }) => {
    await open(page, adding);
    await expect(place(page, "response-400.content.reason")).toHaveCount(0);
    await page.evaluate(() => (location.hash = "#response-400.content.reason"));
    await expect(place(page, "response-400.content.reason")).toBeFocused();
    await page.locator("summary").filter({ hasText: "400" }).click();
    await expect(place(page, "response-400.content.reason")).toHaveCount(0);
  });

  test("a place that is not there is said", async ({ page }) => {
    await open(page, `${adding}#response-200.content.gone`);
    await expect(page.getByRole("alert")).toHaveText(/pas, ou n’a plus, de partie «.response-200\.content\.gone.»/);
    await expect(page.locator("#operation-title")).toBeVisible();
  });
});

test("rows unfold to a depth, all, or none; what is closed is not rendered", async ({ page }) => {
  await open(page, adding);
  const label = page.locator('[id="response-201.content.address.city.label"]');
  const city = page.locator('[id="response-201.content.address.city"]');
  await expect(city).toHaveCount(0);
  await page.getByRole("button", { name: "2 niveaux" }).click();
  await expect(city).toBeVisible();
  await expect(label).toHaveCount(0);
  await page.getByRole("button", { name: "Tout déplier" }).click();
  await expect(label).toBeVisible();
  await expect(page.getByText("level-11").first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Tout replier" }).click();
  await expect(city).toHaveCount(0);
});

test("rows say defaults, examples, and what the body is", async ({ page }) => {
  await open(page, adding);
  await expect(place(page, "parameter-query.mode")).toContainText(/Par défaut\s*safe\s*Exemple\s*fast/);
  await expect(page.getByText("Who to add.")).toBeVisible();
  await page.locator("summary").filter({ hasText: /^Exemples$/ }).first().click();
  const choice = page.getByLabel("Exemple montré");
  const shown = page.getByRole("group", { name: "Exemples" });
  await expect(shown).toContainText('"A"');
  await choice.selectOption({ label: "Second" });
  await expect(shown).toContainText('"B"');
});

test("one form is shown at a time, chosen in one gesture", async ({ page }) => {
  await open(page, `${adding}#response-201.content.pet.-oneOf-0`);
  const forms = place(page, "response-201.content.pet").getByRole("group", { name: "Formes possibles" });
  await expect(forms.getByText("ofCat")).toBeVisible();
  await expect(forms.getByText("ofDog")).toHaveCount(0);
  await forms.getByRole("radio", { name: "Dog" }).check();
  await expect(forms.getByText("ofDog")).toBeVisible();
  await expect(forms.getByText("ofCat")).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  await expect(forms.getByText("ofCat")).toBeVisible();
});

test("links lead to the next call, webhooks and callbacks are read as operations", async ({ page }) => {
  await open(page, adding);
  await page.getByRole("heading", { name: "Appels suivants possibles" }).locator("..").getByRole("link", { name: "read", exact: true }).click();
  await expect(page.locator("#operation-title")).toHaveText("Read a person");
  const outline = page.getByRole("navigation", { name: "Opérations" });
  await expect(outline.getByRole("heading", { name: "Appels reçus (webhooks)" })).toBeVisible();
  await outline.getByRole("link", { name: /moved/ }).click();
  await expect(page.locator("#operation-title")).toHaveText("A person moved");
  await expect(page.getByRole("heading", { name: "Appeler en code" })).toHaveCount(0);
  await expectAccessible(page);
});

test.describe("keys", () => {
  test("lead to the filter and along the list, but not while writing", async ({ page }) => {
    await open(page, explorer);
    const links = page.getByRole("navigation", { name: "Opérations" }).locator(".outline__list a");
    await page.keyboard.press("j");
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press("j");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(links.nth(2)).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("ArrowUp");
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press("/");
    const field = page.getByRole("searchbox", { name: "Filtrer les opérations" });
    await expect(field).toBeFocused();
    await page.keyboard.type("j/k");
    await expect(field).toHaveValue("j/k");
    await field.fill("");
    await links.nth(1).focus();
    await page.keyboard.press("Control+j");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.locator("#operation-title")).toBeFocused();
  });

  test("can be turned off, and stay so", async ({ page }) => {
    await open(page, explorer);
    await page.getByText("Raccourcis clavier").click();
    await page.getByRole("checkbox", { name: "Raccourcis d’une seule touche" }).uncheck();
    await page.reload();
    await expect(page.locator(".outline__list a").first()).toBeVisible();
    await page.keyboard.press("j");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Filtrer les opérations" })).not.toBeFocused();
    await expect(page.locator(".outline__list a:focus")).toHaveCount(0);
  });
});

test("on a phone the list is a drawer that closes once an operation is chosen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await open(page, explorer);
  const outline = page.getByRole("navigation", { name: "Opérations" });
  const toggle = outline.getByRole("button", { name: "Liste des opérations" });
  await outline.getByRole("link").first().click();
  await expect(page.locator("#operation-title")).toBeFocused();
  await expect(outline.getByRole("link")).toHaveCount(0);
  await toggle.click();
  await expect(outline.getByRole("link").first()).toBeVisible();
  await outline.getByRole("searchbox").press("Escape");
  await expect(toggle).toBeFocused();
  await expect(toggle).toHaveAttribute("aria-expanded", "false");
  await page.getByRole("button", { name: "Tout déplier" }).click();
  await fits(page);
  await expectAccessible(page);
});

test.describe("the dictionary of fields", () => {
  const address = `${explorer}?view=fields`;

  test("tells each field once, finds and sorts, and leads to its place", async ({ page }) => {
    await open(page, explorer);
    await page.getByRole("link", { name: "Dictionnaire des champs" }).click();
    await expect(page).toHaveURL(/\?view=fields$/);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const rows = page.getByRole("rowheader");
    await expect(rows.filter({ hasText: /^address\.city\.label$/ }).first()).toBeVisible();
    await page.getByRole("searchbox", { name: "Filtrer les champs" }).fill("full NAME");
    await expect(rows.first()).toHaveText("name");
    await page.getByLabel("Ordre").selectOption({ label: "des noms" });
    await page.getByRole("searchbox", { name: "Filtrer les champs" }).fill("zzzz");
    await expect(page.getByText("Aucun champ ne contient ces mots.")).toBeVisible();
    await page.getByRole("searchbox", { name: "Filtrer les champs" }).fill("mode");
    await page.getByRole("link", { name: "POST /people" }).click();
    await expect(place(page, "parameter-query.mode")).toBeFocused();
  });

  test("is saved as a file no spreadsheet runs", async ({ page }) => {
    await open(page, address);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Télécharger en CSV" }).click()]);
    const text = readFileSync(await file.path(), "utf8");
    expect(file.suggestedFilename()).toBe("api-geo.csv");
    expect(text.startsWith('\ufeff"Champ","Signification","Type","Exemple","Où il apparaît"\r\n')).toBe(true);
    expect(text).toContain('"\'=HYPERLINK(1)"');
  });

  test("is accessible and fits a phone", async ({ page }) => {
    await open(page, address);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    await fits(page);
  });
});

test("two versions are compared, what breaks first", async ({ page }) => {
  await open(page, explorer);
  await page.getByRole("navigation", { name: "Documents de cette API" }).getByRole("link", { name: "People (2)" }).click();
  await expect(page).toHaveURL(/explorer\?document=1$/);
  await page.getByRole("link", { name: "Comparer deux documents" }).click();
  await expect(page).toHaveURL(/\?view=comparison&document=1$/);
  await expect(page.getByRole("main").getByRole("heading", { level: 2 }).first()).toHaveText(/^Changements incompatibles \(\d+\)$/);
  const changes = page.getByRole("main").locator(".changes--0");
  await expect(changes.getByText("Le paramètre obligatoire «\u202ftoken\u202f» est ajouté")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Inverser l’ancien et le nouveau" }).click();
  await expect(page).toHaveURL(/\?view=comparison&before=1$/);
  // Who still sends it may be refused.
  await expect(changes.getByText("Le paramètre «\u202ftoken\u202f» est retiré")).toBeVisible();
  await expect(changes.getByText("est ajouté")).toHaveCount(0);
  await page.setViewportSize({ width: 320, height: 700 });
  await fits(page);
});

test.describe("what is not there", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });
  for (const [address, says, way] of [
    ["/apis/api-geographie/explorer", /«.api-geographie.», que ce catalogue n’a pas/, "Voir les autres API"],
    ["/apis/franceconnect/explorer", /n’a pas de document OpenAPI/, "Lire la page de cette API"],
    [`${explorer}?document=7`, /pas de document numéro.8/, "Explorer son premier document"],
    ["/apis/api-geographie/explorer?view=fields", /«.api-geographie.»/, "Voir les autres API"],
  ]) {
    test(`${address} says what was meant and what to do`, async ({ page }) => {
      await open(page, address);
      await expect(page.getByRole("main")).toContainText(says);
      await expect(page.getByRole("link", { name: way })).toBeVisible();
      await expectAccessible(page);
    });
  }
});

test.describe("1,100 operations", () => {
  let large;
  test.beforeAll(() => {
    test.setTimeout(600_000);
    large = catalogueWith([generated(1_100)]);
  });
  test.afterAll(() => large?.remove());

  test("stay light and quick", async ({ page }) => {
    await page.unroute("**/data/**");
    await large.serve(page);
    await open(page, explorer);
    const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
    const outline = page.getByRole("navigation", { name: "Opérations" });
    await expect(outline.getByRole("link").first()).toBeVisible();
    const started = await nodes();
    const heading = outline.getByRole("heading", { level: 2 }).getByRole("button").last();
    await heading.click();
    await expect(heading).toHaveAttribute("aria-expanded", "true");
    await expect(heading).toBeFocused();
    const opened = await nodes();
    const spent = await page.evaluate(async () => {
      const field = document.querySelector("#outline-filter");
      const begun = performance.now();
      field.value = "get";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - begun;
    });
    const filtered = await nodes();
    await outline.getByRole("link").first().click();
    await expect(page.locator("#operation-title")).toBeFocused();
    const read = await nodes();
    await page.goto(`${explorer}?view=fields`);
    await expect(page.getByRole("rowheader")).toHaveCount(100);
    const fields = await nodes();
    console.log(`1,100 operations, elements: list ${started}, group ${opened}, filter ${filtered} (${Math.round(spent)} ms), operation ${read}, fields ${fields}`);
    for (const count of [started, opened, filtered, read, fields]) expect(count).toBeLessThanOrEqual(5_000);
  });
});
