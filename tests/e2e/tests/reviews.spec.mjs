// What a team does with the drafts that producers send.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { begin, beginWithDocument, draftId, field, goTo, saved, step } from "../wizard.mjs";

/** A draft of this title, as a file. */
async function fileOf(page, title) {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill(title);
  await goTo(page, "review");
  const file = await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  return { name: file.name, mimeType: "application/json", buffer: readFileSync(file.path) };
}

/** Somebody else's device, with a draft that they were sent open at its description. */
async function reviewer(browser, baseURL, sent) {
  const context = await browser.newContext({ baseURL });
  const other = await context.newPage();
  await open(other, "/reference");
  await other.locator("#wizard-file").setInputFiles(sent);
  await goTo(other, "description");
  return other;
}

/** Opens the file that a reviewer sent back: it is the draft that was sent. */
async function comesBack(page, back, id) {
  await open(page, "/reference");
  await page.locator("#wizard-file").setInputFiles({ name: "retour.json", mimeType: "application/json", buffer: readFileSync(back.path) });
  await expect(page).toHaveURL(new RegExp(`draft=${id}`));
}

const rows = (page) => page.locator("tbody").getByRole("row");
const titles = (page) => rows(page).getByRole("rowheader").allTextContents();

test("several drafts are read at once, a damaged one beside them, sorted and saved as a table", async ({ page }) => {
  const files = [await fileOf(page, "API Zèbre"), await fileOf(page, "=API Abeille")];
  await beginWithDocument(page);
  await goTo(page, "review");
  await page.getByRole("button", { name: "Créer un lien à partager" }).click();
  const link = await page.locator(".wizard__link").textContent();
  await open(page, "/reference");
  await page.getByRole("link", { name: "Relire plusieurs brouillons" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Relire plusieurs brouillons");
  await expect(page.getByRole("status")).toContainText("Aucun brouillon");
  await page.locator("#reviews-files").setInputFiles([...files, { name: "abîmé.json", mimeType: "application/json", buffer: Buffer.from("{") }]);
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByRole("alert")).toContainText("abîmé.json");
  await page.locator("#reviews-links").fill(`${link}\nhttps://example.org/\n`);
  await page.getByRole("button", { name: "Lire ces liens" }).click();
  await expect(page.getByRole("status")).toContainText("Brouillons lus : 3");
  await expect(page.getByRole("alert")).toContainText("https://example.org/");
  // Twice is once.
  await page.getByRole("button", { name: "Lire ces liens" }).click();
  await expect(rows(page)).toHaveCount(3);
  await expectAccessible(page);
  const heading = page.getByRole("columnheader", { name: "API", exact: false }).first();
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  const ascending = await titles(page);
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "descending");
  expect(await titles(page)).toEqual([...ascending].reverse());
  expect(ascending).toEqual(["=API Abeille", "API Bornes de recharge", "API Zèbre"]);
  const table = await saved(page, () => page.getByRole("button", { name: "Enregistrer le tableau (.csv)" }).click());
  expect(readFileSync(table.path, "utf8")).toContain('"\'=API Abeille"');
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
  await rows(page).getByRole("button", { name: "API Zèbre" }).click();
  await expect(page.locator(".lead")).toHaveText("API Zèbre");
  await expect(step(page, "review")).toHaveAttribute("aria-current", "step");
  // Who comes back finds the list as it was.
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
});

test("reviewers sign what they wrote, not what they were sent; the last review comes first", async ({ page, browser, baseURL }) => {
  const comment = async (where, text) => {
    await goTo(where, "description");
    const title = where.locator(".wizard__field").filter({ has: field(where, "title") });
    await title.getByText("Commenter cette réponse").click();
    await title.getByLabel("Commentaire pour l’auteur").fill(text);
    await title.getByRole("button", { name: "Ajouter le commentaire" }).click();
  };
  const close = async (where, by) => {
    await goTo(where, "review");
    const review = where.getByRole("region", { name: "Relecture par l’équipe" });
    await review.getByText("Terminer une relecture").click();
    await review.getByLabel("Votre nom").fill(by);
    await review.getByRole("button", { name: "Approuver" }).click();
    const { name, path } = await saved(where, () => where.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
    return { name, mimeType: "application/json", buffer: readFileSync(path) };
  };
  await fileOf(page, "API A");
  await comment(page, "De l’auteur.");
  await goTo(page, "review");
  const { name, path } = await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  const other = await reviewer(browser, baseURL, { name, mimeType: "application/json", buffer: readFileSync(path) });
  await comment(other, "De la relectrice.");
  const first = await close(other, "Zoé");
  const draft = JSON.parse(first.buffer).draft;
  expect(draft.comments.map((one) => [one.author, one.text])).toEqual([["—", "De l’auteur."], ["Zoé", "De la relectrice."]]);
  expect(draft.rounds[0].at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  await begin(other);
  await goTo(other, "description");
  await field(other, "title").fill("API B");
  const second = await close(other, "Ada");
  await open(other, "/reference/reviews");
  await other.locator("#reviews-files").setInputFiles([first, second]);
  const heading = other.getByRole("columnheader", { name: "Dernière relecture" });
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  expect(await titles(other)).toEqual(["API A", "API B"]);
  await other.context().close();
});

test("the drafts of this device are added in one press", async ({ page }) => {
  await fileOf(page, "API d’ici");
  await open(page, "/reference/reviews");
  await page.getByRole("button", { name: "Ajouter les brouillons de cet appareil" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("API d’ici");
});

test("a draft that comes back from a review is the one that was sent, with what was written meanwhile", async ({ page, browser, baseURL }) => {
  const sent = await fileOf(page, "API envoyée");
  const id = draftId(page);
  const other = await reviewer(browser, baseURL, sent);
  const title = other.locator(".wizard__field").filter({ has: field(other, "title") });
  await title.getByText("Commenter cette réponse").click();
  await title.getByLabel("Commentaire pour l’auteur").fill("Un nom plus court.");
  await title.getByRole("button", { name: "Ajouter le commentaire" }).click();
  await field(other, "coverage").fill("France entière");
  await goTo(other, "review");
  const review = other.getByRole("region", { name: "Relecture par l’équipe" });
  await review.getByText("Terminer une relecture").click();
  await review.getByLabel("Votre nom").fill("Ada");
  await review.getByLabel("Message à l’auteur").fill("Presque.");
  await review.getByRole("button", { name: "Demander des changements" }).click();
  const back = await saved(other, () => other.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  // Meanwhile, its author went on.
  await goTo(page, "description");
  await field(page, "tagline").fill("Écrite entre-temps");
  await comesBack(page, back, id);
  await goTo(page, "description");
  await expect(field(page, "tagline")).toHaveValue("Écrite entre-temps");
  await expect(field(page, "coverage")).toHaveValue("France entière");
  await expect(page.getByText("Un nom plus court.")).toBeVisible();
  await open(page, "/reference");
  await expect(page.locator(".wizard__drafts").getByRole("link")).toHaveCount(1);
  await other.context().close();
});

test("where both answered since, both versions are shown and a person chooses, later if need be", async ({ page, browser, baseURL }) => {
  const sent = await fileOf(page, "API envoyée");
  const id = draftId(page);
  const other = await reviewer(browser, baseURL, sent);
  await field(other, "title").fill("API relue");
  await field(other, "coverage").fill("France entière");
  await goTo(other, "review");
  const back = await saved(other, () => other.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  await goTo(page, "description");
  await field(page, "title").fill("API d’ici");
  await comesBack(page, back, id);
  const question = page.locator(".callout--warning").filter({ hasText: "Une autre version de ce brouillon est arrivée" });
  await expect(question).toContainText("API d’ici");
  await expect(question).toContainText("API relue");
  await expectAccessible(page);
  // Nobody has to choose at once: neither version is lost meanwhile, nor what is typed.
  await goTo(page, "description");
  await expect(field(page, "coverage")).toHaveValue("France entière");
  await field(page, "title").fill("API d’ici et d’ailleurs");
  await page.reload();
  await expect(question).toContainText("API d’ici et d’ailleurs");
  await field(page, "title").fill("API d’ici encore");
  await expect(question).toContainText("API d’ici encore");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await question.getByRole("button", { name: "Prendre l’autre version" }).press("Enter");
  await expect(question).toHaveCount(0);
  await expect(page.locator("#wizard-step")).toBeFocused();
  await expect(field(page, "title")).toHaveValue("API relue");
  await page.reload();
  await expect(field(page, "title")).toHaveValue("API relue");
  await expect(question).toHaveCount(0);
  // What was chosen is not asked again, whatever was written since.
  await field(page, "title").fill("API d’ici enfin");
  await comesBack(page, back, id);
  await goTo(page, "description");
  await expect(field(page, "title")).toHaveValue("API d’ici enfin");
  await expect(question).toHaveCount(0);
  await other.context().close();
});

test("an earlier version that comes back from a review takes the place of nothing", async ({ page }) => {
  const first = await fileOf(page, "Premier nom");
  await goTo(page, "description");
  await field(page, "title").fill("Deuxième nom");
  await goTo(page, "review");
  await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  await open(page, "/reference");
  await page.locator("#wizard-file").setInputFiles(first);
  await expect(page.locator(".lead")).toHaveText("Deuxième nom");
  await expect(page.locator(".callout--warning")).toHaveCount(0);
});
