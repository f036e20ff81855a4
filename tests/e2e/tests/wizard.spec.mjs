// The wizard: from an OpenAPI document, or from nothing, to the files of the content folder.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueWithFolder } from "../catalogue.mjs";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { answer, begin, beginWithDocument, deleteFirst, described, draftId, field, goTo, saved, step, steps } from "../wizard.mjs";

/** Links to headings, wherever the page is. */
const anchored = (tree) => tree.replace(/- \/url: \S*#/g, "- /url: #");

test.describe("what is published", () => {
  // The host has no file for a page that was built after it: it answers 404 with the application.
  test.use({ expectedErrors: [[/404 \(Not Found\)/, /^$/], { option: true }] });

  test("a document becomes a folder that builds the page of the preview", async ({ page }) => {
    test.setTimeout(120_000);
    await beginWithDocument(page);
    await answer(page);
    await goTo(page, "review");
    await expect(page.getByText("La page peut être publiée.")).toBeVisible();
    await expectAccessible(page);
    await expect(page.locator(".wizard__preview")).not.toContainText("n’est pas encore vrai");
    const preview = await page.locator(".wizard__preview .with-aside").ariaSnapshot();
    const zip = await saved(page, () => page.getByRole("button", { name: "Télécharger le dossier à publier (.zip)" }).click());
    const folder = mkdtempSync(join(tmpdir(), "wizard-"));
    execFileSync("python3", ["-m", "zipfile", "-e", zip.path, folder]);
    const slug = zip.name.replace(/\.zip$/, "");
    expect(readFileSync(join(folder, "apis", slug, "openapi.json"), "utf8")).toBe(JSON.stringify(described));
    const built = catalogueWithFolder(folder);
    try {
      await built.serve(page);
      await open(page, `/apis/${slug}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(described.info.title);
      expect(await page.locator("main .with-aside").ariaSnapshot().then(anchored)).toBe(anchored(preview));
    } finally {
      built.remove();
      rmSync(folder, { recursive: true });
    }
  });
});

test("answers survive a reload, the way back and another visit", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("API des « guillemets » : #1");
  await page.reload();
  await expect(field(page, "title")).toHaveValue("API des « guillemets » : #1");
  await goTo(page, "producer");
  await page.goBack();
  await expect(field(page, "title")).toHaveValue("API des « guillemets » : #1");
  await open(page, "/reference");
  await page.getByRole("link", { name: "API des « guillemets » : #1" }).click();
  await expect(page.locator(".lead")).toHaveText("API des « guillemets » : #1");
});

test("what is missing is said at its field, in a summary that takes the focus, on phones too", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await expect(page.locator("label", { hasText: "(facultatif)" }).first()).toBeVisible();
  for (const id of steps.slice(0, -1)) {
    await goTo(page, id);
    await page.getByRole("button", { name: "Continuer", exact: true }).click();
    const errors = page.locator("#wizard-errors");
    if ((await page.getByRole("button", { name: "Continuer quand même" }).count()) > 0) {
      await expect(errors).toBeFocused();
      await expectAccessible(page);
      await errors.getByRole("link").first().click();
      await expect.poll(() => page.evaluate(() => document.activeElement.id)).toMatch(/^q-/);
      expect(await page.evaluate(() => document.activeElement.labels?.[0]?.textContent ?? "")).not.toContain("facultatif");
      await page.getByRole("button", { name: "Continuer quand même" }).click();
    }
  }
  await expect(step(page, "review")).toHaveAttribute("aria-current", "step");
  await expect(page.getByText("la page ne peut pas encore être publiée")).toBeVisible();
  await expect(page.locator(".wizard__preview")).toContainText("n’est pas encore vrai");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const id of steps) {
    await goTo(page, id);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});

test("two tabs that disagree ask which is right, those that do not are joined", async ({ page, context }) => {
  await begin(page);
  await goTo(page, "description");
  const other = await context.newPage();
  await other.goto(page.url());
  await field(other, "tagline").fill("Dite ailleurs");
  await field(page, "title").fill("Un nom");
  await expect(field(page, "tagline")).toHaveValue("Dite ailleurs");
  await field(other, "title").fill("Un autre nom");
  await expect(other.getByText("Ce brouillon a été changé dans un autre onglet")).toBeVisible();
  await expect(other.locator(".wizard__changes")).toContainText("Un nom");
  await field(other, "title").fill("Un autre nom encore");
  await expect(other.locator(".wizard__changes")).toContainText("Un autre nom encore");
  // What is typed while both disagree is kept, whichever is right.
  await field(other, "coverage").fill("France entière");
  await other.getByRole("button", { name: "Prendre l’autre onglet" }).press("Enter");
  await expect(other.locator("#wizard-step")).toBeFocused();
  await expect(field(other, "title")).toHaveValue("Un nom");
  await expect(field(other, "coverage")).toHaveValue("France entière");
  await other.reload();
  await expect(field(other, "coverage")).toHaveValue("France entière");
  await expect(other.locator(".callout--warning")).toHaveCount(0);
  await other.close();
});

test("a tab that is closed while two disagree loses nothing", async ({ page, context }) => {
  await begin(page);
  await goTo(page, "description");
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(field(other, "title")).toBeVisible();
  await field(page, "title").fill("Un nom");
  await field(other, "title").fill("Un autre nom");
  await expect(other.getByText("Ce brouillon a été changé dans un autre onglet")).toBeVisible();
  await other.close();
  await page.reload();
  const question = page.locator(".callout--warning").filter({ hasText: "Une autre version de ce brouillon est arrivée" });
  await expect(question).toContainText("Un autre nom");
  await question.getByRole("button", { name: "Garder ce qui est ici" }).click();
  await expect(question).toHaveCount(0);
  await expect(field(page, "title")).toHaveValue("Un nom");
});

test("a link brings the draft to whoever opens it, a damaged one says so", async ({ page, browser }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("API partagée");
  await goTo(page, "review");
  await page.getByRole("button", { name: "Créer un lien à partager" }).click();
  const link = await page.locator(".wizard__link").textContent();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await other.getByRole("link", { name: "Ouvrir le brouillon" }).click();
  await expect(other.locator(".lead")).toHaveText("API partagée");
  // Whoever is sent a draft sees first what it comes to.
  await expect(step(other, "review")).toHaveAttribute("aria-current", "step");
  await expect(other.getByText("Page de test")).toBeVisible();
  // Opened again, it asks nothing, whatever was written since.
  await goTo(other, "description");
  await field(other, "title").fill("API relue");
  await other.goto(link);
  await other.getByRole("link", { name: "Ouvrir le brouillon" }).click();
  await expect(other.locator(".lead")).toHaveText("API relue");
  await expect(other.locator(".callout--warning")).toHaveCount(0);
  // A second link is heard on the page that a first one opened, and what is typed there stays.
  await open(other, "/reference");
  await expect(other.locator(".wizard__drafts").getByRole("link")).toHaveCount(1);
  await other.locator("#wizard-begin-url").fill("https://example.org/en-cours");
  await other.evaluate((address) => (location.href = address), `${link.slice(0, -20)}`);
  await expect(other.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await other.evaluate((address) => (location.href = address), link);
  await expect(other.getByRole("link", { name: "Ouvrir le brouillon" })).toBeVisible();
  await expect(other.locator("#wizard-begin-url")).toHaveValue("https://example.org/en-cours");
  await context.close();
});

test("steps say their rank, how far they are and which is next; the tab says where one is", async ({ page }) => {
  await begin(page);
  const steps = page.getByRole("navigation", { name: "Étapes" });
  await expect(page.locator("#wizard-step")).toHaveText("Étape 1 sur 8 Prérequis");
  await expect(page).toHaveTitle(/^Étape 1 sur 8 – Prérequis/);
  await expect(page.locator("#wizard-next")).toContainText("Étape suivante");
  await expect(steps.getByRole("listitem").first()).not.toContainText("complet");
  await field(page, "mission").getByRole("radio").first().check();
  await expect(steps.getByRole("listitem").first()).toContainText("complet");
  await goTo(page, "description");
  await page.getByRole("button", { name: "Continuer", exact: true }).click();
  await expect(steps.getByRole("listitem").nth(1)).toContainText(/\d+.à corriger/);
  await field(page, "title").fill("API des étapes");
  await expect(page).toHaveTitle(/^Étape 2 sur 8 – .* – API des étapes/);
});

test("a link leads to the cell that is wrong", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "datasets").getByRole("button", { name: "Ajouter une ligne" }).click();
  await expect(page.locator("#q-datasets-0-title")).toBeFocused();
  await page.locator("#q-datasets-0-title").fill("Bornes");
  await page.locator("#q-datasets-0-url").fill("pas une adresse");
  await goTo(page, "review");
  await page.getByRole("listitem").filter({ hasText: "pas une adresse" }).getByRole("link").first().click();
  await expect(page.locator("#q-datasets-0-url")).toBeFocused();
});

test("a draft that no link can hold says so, and offers the file", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "uses").fill(Array.from({ length: 20_000 }, () => Math.random().toString(36)[3] ?? "x").join(""));
  await goTo(page, "review");
  await page.getByRole("button", { name: "Créer un lien à partager" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "caractères" })).toContainText("Enregistrez le brouillon comme fichier");
  await expect(page.locator(".wizard__link")).toHaveCount(0);
});

test("every step is accessible in English too, with its errors shown", async ({ page }) => {
  await begin(page);
  await page.getByRole("button", { name: "English" }).or(page.getByRole("link", { name: "English" })).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Reference an API");
  for (const rank of steps.keys()) {
    await page.getByRole("navigation", { name: "Steps" }).getByRole("link").nth(rank).click();
    await expect(page.locator("#wizard-step")).toContainText(`Step ${rank + 1} of 8`);
    const next = page.getByRole("button", { name: "Go on", exact: true });
    if ((await next.count()) > 0) {
      await next.click();
      await expect(page.locator("#wizard-errors:focus, #wizard-step:focus")).toHaveCount(1);
    }
    await expectAccessible(page);
  }
});

test("every answer is read again in the review, and leads back to its field", async ({ page }) => {
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "review");
  const answers = page.getByRole("region", { name: "Vos réponses" });
  await answers.getByText("Relire toutes les réponses").click();
  await expect(answers.locator("dd", { hasText: described.info.title })).toBeVisible();
  await expect(answers).toContainText("openapi.json");
  await expect(answers).toContainText("Pas de réponse");
  await expectAccessible(page);
  await answers.getByRole("link").filter({ hasText: /^Nom/ }).first().click();
  await expect(field(page, "title")).toBeFocused();
});

test("pages that are not there yet are not promised by the preview", async ({ page }) => {
  await beginWithDocument(page);
  await goTo(page, "review");
  const preview = page.locator(".wizard__preview");
  const address = page.url();
  await preview.locator('a[href*="/explorer"]').first().click();
  await expect(preview.getByRole("status")).toContainText("une fois la fiche publiée");
  expect(page.url()).toBe(address);
});

test("an archive is taken up again and gives the same bytes, on another day too", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-11-26T10:00:00Z"));
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "review");
  const archive = () => saved(page, () => page.getByRole("button", { name: "Télécharger le dossier à publier (.zip)" }).click());
  const first = readFileSync((await archive()).path);
  await page.clock.setFixedTime(new Date("2026-11-27T10:00:00Z"));
  await page.reload();
  expect(readFileSync((await archive()).path).equals(first)).toBe(true);
  await open(page, "/reference");
  for (const [bytes, why] of [[first.subarray(0, 200), "archive"], [Buffer.from("PK"), "archive"]]) {
    await page.locator("#wizard-file").setInputFiles({ name: "abîmée.zip", mimeType: "application/zip", buffer: bytes });
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toContainText(why);
  }
  await page.locator("#wizard-file").setInputFiles({ name: "bornes.zip", mimeType: "application/zip", buffer: first });
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  // Answers that only the team reads are not in it.
  await field(page, "mission").getByRole("radio").first().check();
  await goTo(page, "technical");
  await field(page, "trial").getByRole("radio").first().check();
  await goTo(page, "review");
  await page.getByRole("button", { name: "Télécharger le dossier à publier (.zip)" }).waitFor();
  const names = (path) => execFileSync("python3", ["-c", "import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); [print(n, z.getinfo(n).CRC) for n in z.namelist()]", path], { encoding: "utf8" });
  const again = await archive();
  const folder = mkdtempSync(join(tmpdir(), "wizard-"));
  try {
    writeFileSync(join(folder, "first.zip"), first);
    const crc = (text) => text.split("\n").filter((line) => !line.includes("index.md"));
    expect(crc(names(again.path))).toEqual(crc(names(join(folder, "first.zip"))));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a draft is saved as a file and taken up again; a foreign file changes nothing", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("API en fichier");
  await goTo(page, "review");
  const file = await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  await open(page, "/reference");
  await deleteFirst(page);
  await expect(page.getByRole("link", { name: "API en fichier" })).toHaveCount(0);
  for (const [name, text] of [["a.json", "{"], ["b.json", '{"format":"other"}'], ["c.md", "# Rien"]]) {
    await page.locator("#wizard-file").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
    await expect(page).toHaveURL(/reference$/);
  }
  await page.locator("#wizard-file").setInputFiles({ name: file.name, mimeType: "application/json", buffer: readFileSync(file.path) });
  await expect(page).toHaveURL(/draft=/);
  await expect(page.locator(".lead")).toHaveText("API en fichier");
});

test("a draft of an older page is taken up; one that is damaged here is told and can be deleted", async ({ page }) => {
  await open(page, "/reference");
  const old = { format: "api-catalogue-draft", version: 1, id: "ancien", answers: { title: "API d’avant", themes: "transport" } };
  await page.locator("#wizard-file").setInputFiles({ name: "ancien.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(old)) });
  await expect(page.locator(".lead")).toHaveText("API d’avant");
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (localStorage[key].includes("api-catalogue-draft")) localStorage[key] = localStorage[key].slice(0, 40);
  });
  await page.reload();
  await expect(page.getByRole("alert").filter({ hasText: /\S/ }).first()).toContainText("s’arrête avant sa fin");
  await expect(page.locator(".wizard__drafts")).toContainText("Brouillon illisible");
  await expectAccessible(page);
  await deleteFirst(page);
  await expect(page.locator(".wizard__drafts")).toHaveCount(0);
});

test("a storage that is full or refused is said at once, and nothing is lost", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await begin(page);
  // Before anything is typed, not after.
  await expect(page.getByText("Le navigateur n’a plus de place")).toBeVisible();
  await goTo(page, "description");
  await field(page, "title").fill("API sans place");
  await expect(page.getByText("Le navigateur n’a plus de place")).toBeVisible();
  await goTo(page, "producer");
  await goTo(page, "description");
  await expect(field(page, "title")).toHaveValue("API sans place");
  const file = await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  expect(readFileSync(file.path, "utf8")).toContain("API sans place");
});

test("an API of the catalogue is taken up with its answers", async ({ page }) => {
  await open(page, "/reference");
  await page.locator("#wizard-existing").selectOption("api-geo");
  await page.getByRole("button", { name: "Mettre à jour" }).click();
  await expect(page).toHaveURL(/draft=/);
  await goTo(page, "description");
  await expect(field(page, "title")).toHaveValue(/Découpage/);
  await expect(page.getByText("Repris de la page du catalogue").first()).toBeVisible();
  await goTo(page, "review");
  await expect(page.getByText("La page peut être publiée.").or(page.getByText("Il manque des réponses"))).toBeVisible();
});

test("the first steps by keyboard alone", async ({ page }) => {
  await open(page, "/reference");
  await page.getByRole("button", { name: "Commencer sans rien" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/draft=/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const tabTo = async (selector) => {
    for (let count = 0; count < 60; count += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no Tab leads to ${selector}`);
  };
  await tabTo("#q-mission input");
  await page.keyboard.press("Space");
  await tabTo(".wizard__actions button");
  await page.keyboard.press("Enter");
  await expect(step(page, "description")).toHaveAttribute("aria-current", "step");
  await tabTo("#q-title");
  await page.keyboard.type("API au clavier");
  await expect(page.locator(".lead")).toHaveText("API au clavier");
  expect(draftId(page)).toBeTruthy();
});

test("a reviewer asks for changes, then approves; the author sees comments at their fields and what changed", async ({ page }) => {
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("API à relire");
  const title = page.locator(".wizard__field").filter({ has: field(page, "title") });
  await title.getByText("Commenter cette réponse").click();
  await title.getByLabel("Commentaire pour l’auteur").fill("Dites de quelles données il s’agit. <script>alert(1)</script>");
  await title.getByRole("button", { name: "Ajouter le commentaire" }).click();
  await expect(title.getByText("Dites de quelles données")).toBeVisible();
  await goTo(page, "review");
  const review = page.getByRole("region", { name: "Relecture par l’équipe" });
  await review.getByText("Terminer une relecture").click();
  await review.getByRole("button", { name: "Demander des changements" }).click();
  await expect(review.getByRole("alert")).toContainText("Donnez votre nom");
  await review.getByLabel("Votre nom").fill("Ada");
  await review.getByLabel("Message à l’auteur").fill("Presque bon.");
  await review.getByRole("button", { name: "Demander des changements" }).click();
  await expect(review).toContainText("changements demandés");
  await expect(review).toContainText("Rien n’a changé depuis la dernière relecture.");
  await expectAccessible(page);
  // The author's side: by the file that comes back.
  const file = await saved(page, () => page.getByRole("button", { name: "Enregistrer le brouillon (.json)" }).first().click());
  await open(page, "/reference");
  await deleteFirst(page);
  await page.locator("#wizard-file").setInputFiles({ name: file.name, mimeType: "application/json", buffer: readFileSync(file.path) });
  await goTo(page, "description");
  await expect(title.getByText("Commentaire Ada")).toBeVisible();
  await field(page, "title").fill("API Relue");
  await title.getByRole("button", { name: "Marquer comme traité" }).click();
  await expect(title.getByText("Dites de quelles données")).toHaveCount(0);
  await goTo(page, "review");
  await expect(review.getByText("Changé depuis la dernière relecture")).toBeVisible();
  await review.getByText("Terminer une relecture").click();
  await review.getByLabel("Votre nom").fill("Ada");
  await review.getByRole("button", { name: "Approuver" }).click();
  await expect(review.locator(".badge")).toHaveText("approuvé");
});
