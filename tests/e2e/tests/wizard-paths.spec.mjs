// The paths through the wizard: restricted access and its form, FranceConnect, bundles, the keyboard, how little is asked.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";
import { answer, begin, beginWithDocument, described, field, goTo, saved, step, steps } from "../wizard.mjs";

const cell = (page, question, row, column) => page.locator(`#q-${question}-${row}-${column}`);
const choose = (page, question, value) => field(page, question).locator(`input[value="${value}"]`).check();
const asked = (page) => page.locator(".wizard__form > .wizard__field");

/** The files of an archive, by path. */
function unpacked(path) {
  const folder = mkdtempSync(join(tmpdir(), "wizard-"));
  execFileSync("python3", ["-m", "zipfile", "-e", path, folder]);
  const names = execFileSync("find", [".", "-type", "f"], { cwd: folder }).toString().trim().split("\n");
  const files = Object.fromEntries(names.map((name) => [name.slice(2), readFileSync(join(folder, name), "utf8")]));
  rmSync(folder, { recursive: true });
  return files;
}

test("restricted access: six audiences, a DataPass form, and what only the team reads apart", async ({ page }) => {
  test.setTimeout(90_000);
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "access");
  await choose(page, "access", "restricted");
  await page.getByRole("button", { name: "Ajouter une ligne pour chaque public qui n’en a pas" }).click();
  await expect(field(page, "audiences").getByRole("group", { name: /^Ligne \d$/ })).toHaveCount(6);
  for (let row = 0; row < 6; row += 1) {
    await cell(page, "audiences", row, "verdict").selectOption(row === 0 ? "no" : "yes");
  }
  await cell(page, "audiences", 0, "alternatives").fill("api-geo");
  await cell(page, "audiences", 3, "legal-basis").fill("Article L. 114-8 du CRPA");
  await cell(page, "audiences", 3, "text").fill("Sur convention & <b>demande</b>.");
  await choose(page, "request-form", "datapass");
  await field(page, "datapass-models").getByRole("button", { name: "Ajouter une ligne" }).click();
  await cell(page, "datapass-models", 0, "use-case").fill("Stationnement");
  await cell(page, "datapass-models", 0, "legal-basis").fill("Délibération");
  await field(page, "datapass-sections").getByRole("checkbox").first().check();
  await field(page, "datapass-instructors").fill("instruction@example.gouv.fr");
  await field(page, "datapass-notification").fill("pas une adresse");
  await page.getByRole("button", { name: "Continuer", exact: true }).click();
  await expect(page.locator("#wizard-errors")).toBeFocused();
  await expectAccessible(page);
  await field(page, "datapass-notification").fill("habilitations@example.gouv.fr");
  await goTo(page, "review");
  await expect(page.getByText("La page peut être publiée.")).toBeVisible();
  const zip = await saved(page, () => page.getByRole("button", { name: "Télécharger le dossier à publier (.zip)" }).click());
  const files = unpacked(zip.path);
  const [, text] = Object.entries(files).find(([name]) => name.endsWith("index.md"));
  expect(text).toContain("L. 114-8");
  expect(text).toContain("api-geo");
  expect(Object.values(files).join("\n")).not.toMatch(/instruction@|Stationnement/);
  const team = await saved(page, () => page.getByRole("button", { name: "Télécharger le fichier pour l’équipe (.json)" }).click());
  expect(readFileSync(team.path, "utf8")).toMatch(/instruction@example\.gouv\.fr[\s\S]*Stationnement|Stationnement[\s\S]*instruction@example\.gouv\.fr/);
});

test("open and account access are asked less than restricted access", async ({ page }) => {
  await begin(page);
  await goTo(page, "access");
  const counts = [];
  for (const access of ["open", "account", "restricted"]) {
    await choose(page, "access", access);
    counts.push(await asked(page).count());
  }
  expect(counts[0]).toBeLessThan(counts[1]);
  expect(counts[1]).toBeLessThan(counts[2]);
});

test("FranceConnect: scopes are pasted as CSV or JSON, and their names are checked", async ({ page }) => {
  await begin(page);
  await goTo(page, "access");
  await choose(page, "franceconnect", "required");
  const pasted = page.locator("#scopes-paste");
  await pasted.fill("clé;libellé\ncnaf_adresse;Adresse\n");
  await pasted.blur();
  await expect(cell(page, "scopes", 0, "key")).toHaveValue("cnaf_adresse");
  await pasted.fill('[{"key":"dgfip_rfr","label":"Revenu fiscal"},{"key":"Bad Name","label":"x"}]');
  await pasted.blur();
  await expect(cell(page, "scopes", 0, "key")).toHaveValue("dgfip_rfr");
  await expect(cell(page, "scopes", 1, "key")).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);
  await pasted.fill("{");
  await pasted.blur();
  await expect(field(page, "scopes").getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(cell(page, "scopes", 0, "key")).toHaveValue("dgfip_rfr");
});

test("an API in a bundle follows the path of the bundle", async ({ page }) => {
  await begin(page);
  await expect(field(page, "bundle")).toHaveCount(0);
  await choose(page, "delivery", "bundle");
  await field(page, "bundle").selectOption("api-particulier");
  await choose(page, "bundle-agreed", "asked");
  await expectAccessible(page);
  await goTo(page, "access");
  await choose(page, "access", "restricted");
  await expect(field(page, "request-form")).toHaveCount(0);
  await expect(field(page, "datapass-instructors")).toHaveCount(0);
});

test("every step is accessible, its answers given and its page shown", async ({ page }) => {
  test.setTimeout(60_000);
  await beginWithDocument(page);
  await answer(page);
  for (const id of steps) {
    await goTo(page, id);
    if (id !== "review") await page.locator(".wizard__below > summary").click();
    await expect(page.locator(".wizard__preview").getByText("Page de test")).toBeVisible();
    await expectAccessible(page);
    if (id !== "review") await page.locator(".wizard__below > summary").click();
  }
});

test("what stands beside a step follows what is typed and the field that has the focus", async ({ page }) => {
  await beginWithDocument(page);
  await goTo(page, "service-level");
  const beside = page.getByRole("complementary", { name: "Aide et état du brouillon" });
  const score = async () => Number((await beside.locator(".quality__score").textContent()).match(/\d+/)[0]);
  const before = await score();
  const availability = page.locator(".wizard__field").filter({ has: field(page, "availability") });
  await expect(availability.locator(".wizard__gain")).toContainText(/\+\d/);
  await field(page, "availability").fill("99,95");
  await expect(availability.locator(".wizard__gain")).toHaveCount(0);
  await expect.poll(score).toBeGreaterThan(before);
  await expect(beside.getByRole("heading").first()).toContainText("Disponibilité");
  await field(page, "status-url").focus();
  await expect(beside.getByRole("heading").first()).not.toContainText("Disponibilité");
  await page.locator(".wizard__below > summary").click();
  await expect(page.locator(".wizard__preview")).toContainText("99,95");
});

test("a good OpenAPI document leaves at most twelve answers to give", async ({ page }) => {
  await beginWithDocument(page);
  const left = page.getByText(/^Reste à corriger ou à compléter \(\d+\)$/);
  const count = async () => Number((await left.textContent()).match(/\d+/)[0]);
  expect(await count()).toBeLessThanOrEqual(12);
  expect(await count()).toBeGreaterThan(0);
  let given = 0;
  while ((await count()) > 0) {
    given += 1;
    expect(given).toBeLessThanOrEqual(12);
    const before = await count();
    if (!(await left.evaluate((one) => one.parentElement.open))) await left.click();
    const link = page.locator(".wizard__beside details").filter({ has: left }).getByRole("link").first();
    const id = (await link.getAttribute("href")).slice(1);
    await link.click();
    const target = page.locator(`#${id}`);
    await expect(target).toBeVisible();
    const tag = await target.evaluate((element) => element.tagName);
    if (tag === "SELECT") await target.selectOption({ index: 2 });
    else if (tag === "FIELDSET") await target.locator("input").first().check();
    else await target.fill("Trouver une borne près de soi");
    await expect.poll(count).toBeLessThan(before);
  }
  await goTo(page, "review");
  await expect(page.getByText("La page peut être publiée.")).toBeVisible();
  test.info().annotations.push({ type: "answers", description: String(given) });
  console.log(`answers after the document: ${given}`);
});

test("from a file to the archive by the keyboard alone", async ({ page }) => {
  test.setTimeout(120_000);
  // Heard from the start: a key that comes before the browser knows that somebody listens opens a window of the system.
  const chosen = page.waitForEvent("filechooser");
  await open(page, "/reference");
  const tabTo = async (selector) => {
    for (let count = 0; count < 150; count += 1) {
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`no Tab leads to ${selector}`);
  };
  await tabTo("#wizard-begin-file");
  await page.keyboard.press("Enter");
  const chooser = await chosen;
  await chooser.setFiles({ name: "openapi.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(described)) });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  const write = async (question, text) => {
    await tabTo(`#q-${question}`);
    if ((await field(page, question).inputValue()) === "") await page.keyboard.type(text);
  };
  const press = async (selector, key = "Space") => {
    await tabTo(selector);
    await page.keyboard.press(key);
  };
  const acts = {
    prerequisites: () => press("#q-mission input"),
    description: async () => {
      for (const question of ["tagline", "uses", "usage"]) await write(question, "Trouver une borne");
      await press("#q-themes input");
    },
    producer: async () => {
      await press("#q-producer", "ArrowDown");
      await page.keyboard.press("ArrowDown");
    },
    technical: () => press("#q-trial input"),
    access: () => press("#q-access input"),
    "service-level": async () => {},
    contact: () => write("contact-email", "bornes@example.gouv.fr"),
  };
  for (const id of steps.slice(0, -1)) {
    await expect(step(page, id)).toHaveAttribute("aria-current", "step");
    await acts[id]();
    await press(".wizard__step > .wizard__actions button", "Enter");
  }
  await expect(page.getByRole("heading", { level: 2 }).first()).toBeFocused();
  await expect(page.getByText("La page peut être publiée.")).toBeVisible();
  const zip = await saved(page, async () => press(".wizard__channel button", "Enter"));
  expect(Object.keys(unpacked(zip.path))).toHaveLength(2);
});

test.describe("addresses", () => {
  /** Nothing listens there. */
  const absent = "http://127.0.0.1:9";
  test.use({ calledOrigins: [[echo, absent], { option: true }], expectedErrors: [[/Failed to load resource|net::ERR|CORS policy/, /^$/], { option: true }] });

  test("are asked whether they answer, when somebody wants to know", async ({ page }) => {
    await begin(page);
    await goTo(page, "technical");
    const base = page.locator(".wizard__field").filter({ has: field(page, "base-url") });
    await base.getByRole("button", { name: "Vérifier cette adresse" }).click();
    await expect(base.getByRole("status")).toContainText("Aucune adresse à vérifier");
    for (const [url, said] of [
      [`${echo}/anything`, "peuvent lire sa réponse (CORS)"],
      [`${echo}/cors/refused/anything`, "n’autorise pas les autres sites"],
      [`${absent}/`, "Rien ne répond"],
    ]) {
      await field(page, "base-url").fill(url);
      await base.getByRole("button", { name: "Vérifier cette adresse" }).click();
      await expect(base.getByRole("status")).toContainText(said, { timeout: 15_000 });
    }
    // What the network says against an answer is told with all that is wrong, as long as the answer is the same.
    await goTo(page, "review");
    const advice = page.getByRole("listitem").filter({ hasText: "Rien ne répond à" });
    await expect(advice).toBeVisible();
    await advice.getByRole("link").first().click();
    await expect(field(page, "base-url")).toBeFocused();
    await field(page, "base-url").fill(`${echo}/anything`);
    await expect(base.getByRole("status")).not.toContainText("Rien ne répond");
    await expectAccessible(page);
    await goTo(page, "review");
    await page.getByRole("button", { name: "Vérifier toutes les adresses" }).click();
    await expect(page.getByText("Toutes les adresses ont été vérifiées.")).toBeVisible({ timeout: 20_000 });
    await expect(page.locator(".wizard__reach")).toContainText("peuvent lire sa réponse (CORS)");
  });
});

test("the same API under another name is found by what it serves", async ({ page }) => {
  await open(page, "/reference");
  await page.locator("#wizard-existing").selectOption("api-geo");
  await page.getByRole("button", { name: "Mettre à jour" }).click();
  await goTo(page, "technical");
  const url = await field(page, "base-url").inputValue();
  await begin(page);
  await goTo(page, "description");
  await field(page, "title").fill("Tout autre chose");
  // Neither its name nor its producer leads to the other one.
  await goTo(page, "technical");
  await field(page, "base-url").fill(url);
  await goTo(page, "review");
  await expect(page.locator(".wizard__step")).toContainText("API Découpage administratif");
});
