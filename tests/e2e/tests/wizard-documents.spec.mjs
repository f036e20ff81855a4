// The OpenAPI documents of a draft: several, wrong, replaced, removed, of an address; judged as the site will.
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { begin, beginWithDocument, described, field, goTo } from "../wizard.mjs";

/** An address of the web, which a test answers for: documents of loopback addresses are nobody's. */
const ADDRESS = "https://api.bornes.gouv.fr/openapi.json?v=2&signature=a%2Bb";

const file = (name, document) => ({ name, mimeType: "application/json", buffer: Buffer.from(typeof document === "string" ? document : JSON.stringify(document)) });
const other = { ...described, info: { ...described.info, title: "Tout autre chose" } };
const documents = (page) => page.locator(".wizard__documents > li");
const add = (page, ...files) => page.locator("#documents-file").setInputFiles(files);
const said = (page) => page.locator(".wizard__ways").getByRole("status");
const score = async (panel) => Number(/\d+/.exec(await panel.locator(".quality__score").first().textContent())[0]);
const quality = (page) => score(page.locator(".wizard__beside"));

test("a second document changes no answer, a file that is none changes nothing", async ({ page }) => {
  await beginWithDocument(page);
  await goTo(page, "technical");
  await add(page, file("autre.json", other));
  await expect(documents(page)).toHaveCount(2);
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  await add(page, file("page.html", "<html>"));
  await expect(said(page)).toContainText("«\u202fpage.html\u202f» n’est pas une description OpenAPI");
  await expect(documents(page)).toHaveCount(2);
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  await expectAccessible(page);
  // The next one speaks when the main one leaves.
  await documents(page).first().getByRole("button", { name: "Retirer openapi.json" }).click();
  await expect(documents(page)).toHaveCount(1);
  await expect(page.locator("#q-documents")).toBeFocused();
  await expect(page.locator(".lead")).toHaveText("Tout autre chose");
  await page.locator("#documents-0-file").locator("xpath=ancestor::details").locator("summary").click();
  await page.locator("#documents-0-file").setInputFiles(file("corrigé.json", described));
  await expect(documents(page)).toContainText("corrigé.json");
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("several files that are dropped together begin one draft", async ({ page }) => {
  await open(page, "/reference");
  const transfer = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    texts.forEach((text, rank) => transfer.items.add(new File([text], `d${rank}.json`, { type: "application/json" })));
    return transfer;
  }, [JSON.stringify(described), JSON.stringify(other)]);
  await page.locator(".wizard__ways").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  await goTo(page, "technical");
  await expect(documents(page)).toHaveCount(2);
});

test("a document that is added later counts at once", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("API à compléter");
  await goTo(page, "technical");
  const before = await quality(page);
  await add(page, file("openapi.json", described));
  await expect(documents(page)).toHaveCount(1);
  await expect.poll(() => quality(page)).toBeGreaterThan(before);
  await page.getByText("La page telle que les lecteurs la verront").click();
  await expect(page.locator(".wizard__preview")).toContainText("Lister les bornes");
});

test("the document of an API that is updated counts as on its page", async ({ page }) => {
  await open(page, "/apis/api-geo");
  const panel = page.locator("details").filter({ has: page.locator("summary", { hasText: "Qualité de la fiche" }) });
  await panel.locator("summary").first().click();
  const published = await score(panel);
  await open(page, "/reference");
  await page.locator("#wizard-existing").selectOption("api-geo");
  await page.getByRole("button", { name: "Mettre à jour" }).click();
  await expect(page).toHaveURL(/draft=/);
  await expect.poll(() => quality(page)).toBe(published);
});

test.describe("an address", () => {
  test.use({ calledOrigins: [["https://api.bornes.gouv.fr"], { option: true }] });

  test("is asked as it is written; its copy is published with the page, or left", async ({ page }) => {
    const asked = [];
    await page.route((url) => url.host === "api.bornes.gouv.fr", (route) => {
      asked.push(route.request().url());
      return route.fulfill({ json: described, headers: { "Access-Control-Allow-Origin": "*" } });
    });
    await open(page, "/reference");
    await page.locator("#wizard-begin-url").fill(ADDRESS);
    await page.getByRole("button", { name: "Lire cette adresse" }).click();
    await expect(page.locator(".lead")).toHaveText(described.info.title);
    expect(asked).toEqual([ADDRESS]);
    await goTo(page, "technical");
    const beside = documents(page).getByRole("checkbox", { name: /^Publier cette copie/ });
    await expect(beside).toBeChecked();
    await page.getByText("La page telle que les lecteurs la verront").click();
    const preview = page.locator(".wizard__preview");
    await expect(preview).toContainText("Lister les bornes");
    const withCopy = await quality(page);
    await beside.uncheck();
    // The site does not ask addresses: it will know neither operations nor their defects.
    await expect(preview).not.toContainText("Lister les bornes");
    await expect.poll(() => quality(page)).toBeLessThan(withCopy);
    await page.reload();
    await expect(beside).not.toBeChecked();
  });

  test("whose copy a link leaves out is read again by a click", async ({ page, browser }) => {
    const answer = (target) =>
      target.route((url) => url.host === "api.bornes.gouv.fr", (route) => {
        const long = { ...described, "x-noise": Array.from({ length: 3000 }, () => Math.random().toString(36)).join("") };
        return route.fulfill({ json: long, headers: { "Access-Control-Allow-Origin": "*" } });
      });
    await answer(page);
    await open(page, "/reference");
    await page.locator("#wizard-begin-url").fill(ADDRESS);
    await page.getByRole("button", { name: "Lire cette adresse" }).click();
    await expect(page.locator(".lead")).toHaveText(described.info.title);
    await goTo(page, "review");
    await page.getByRole("button", { name: "Créer un lien à partager" }).click();
    await expect(page.getByText("les relit d’un clic")).toBeVisible();
    const link = await page.locator(".wizard__link").textContent();
    const context = await browser.newContext();
    const reviewer = await context.newPage();
    await answer(reviewer);
    await reviewer.goto(link);
    await reviewer.getByRole("link", { name: "Ouvrir le brouillon" }).click();
    await expect(reviewer.locator(".wizard__step")).toContainText("n’a pas encore pu être lu");
    await goTo(reviewer, "technical");
    await expect(documents(reviewer)).toContainText("copie absente");
    await documents(reviewer).getByRole("button", { name: `Relire cette adresse ${ADDRESS}` }).click();
    await expect(documents(reviewer)).toContainText("opérations : 1".replace(" :", "\u00a0:"));
    await context.close();
  });
});
