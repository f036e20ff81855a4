// What a draft may begin with, beside a file, nothing and a page of the catalogue (wizard.spec.mjs).
import { execFileSync } from "node:child_process";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";
import { answer, beginWithDocument, described, field, goTo, saved } from "../wizard.mjs";

test.use({ calledOrigins: [echo] });

const read = async (page, address) => {
  await page.locator("#wizard-begin-url").fill(address);
  await page.getByRole("button", { name: "Lire cette adresse" }).click();
};

test.describe("an address", () => {
  test.use({ expectedErrors: [[/Failed to load resource|CORS policy/], { option: true }] });

  test("is read where it lets sites read it, and said why where it does not", async ({ page }) => {
    await open(page, "/reference");
    const said = page.locator(".wizard__ways").getByRole("status");
    for (const [address, why] of [["javascript:alert(1)", "doit commencer par https://"], [`${echo}/status/404`, "n’existe pas"], [`${echo}/cors/refused/json`, "CORS"]]) {
      await read(page, address);
      await expect(said).toContainText(why);
      await expect(page.locator("#wizard-begin-url")).toHaveValue(address);
      await expect(page).toHaveURL(/reference$/);
    }
    const address = `${echo}/every-kind.yaml`;
    await read(page, address);
    await expect(page).toHaveURL(/draft=/);
    await goTo(page, "technical");
    await expect(page.locator(".wizard__documents")).toContainText(address);
    await goTo(page, "description");
    await expect(page.getByText("Repris du document OpenAPI").first()).toBeVisible();
  });
});

test("a text that is pasted is read, JSON or not", async ({ page }) => {
  await open(page, "/reference");
  await page.locator("#wizard-begin-text").fill("   ");
  await page.getByRole("button", { name: "Prendre ce texte" }).click();
  await expect(page).toHaveURL(/reference$/);
  await page.locator("#wizard-begin-text").fill(JSON.stringify(described));
  await page.getByRole("button", { name: "Prendre ce texte" }).click();
  await expect(page.locator(".lead")).toHaveText(described.info.title);
  await open(page, "/reference");
  await page.locator("#wizard-begin-text").fill("Ceci n’est pas un document.");
  await page.getByRole("button", { name: "Prendre ce texte" }).click();
  await expect(page.locator(".wizard__ways").getByRole("status")).toContainText("n’est pas une description OpenAPI");
  await expect(page.locator("#wizard-begin-text")).toHaveValue("Ceci n’est pas un document.");
  await expect(page).toHaveURL(/reference$/);
});

test("an old page of api.gouv.fr gives its answers", async ({ page }) => {
  await open(page, "/reference");
  const old = "---\ntitle: API Bornes\ntagline: Où recharger un véhicule\nis_open: 1\nis_france_connected: -1\ncontact_link: bornes@example.gouv.fr\ndoc_tech_external: https://bornes.example.gouv.fr/doc\n---\n\n### À quoi sert l’API ?\n\nÀ trouver une borne.\n";
  await page.locator("#wizard-file").setInputFiles({ name: "bornes.md", mimeType: "text/markdown", buffer: Buffer.from(old) });
  await expect(page.locator(".lead")).toHaveText("API Bornes");
  await goTo(page, "description");
  await expect(field(page, "tagline")).toHaveValue("Où recharger un véhicule");
  await expect(page.getByText("Repris de l’ancienne fiche").first()).toBeVisible();
  await goTo(page, "contact");
  await expect(field(page, "contact-email")).toHaveValue("bornes@example.gouv.fr");
});

test("a producer that is not in the catalogue comes with its page", async ({ page }) => {
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "producer");
  await expect(field(page, "producer-name")).toHaveCount(0);
  await field(page, "producer").selectOption("+");
  await field(page, "producer-name").fill("Agence des bornes : « essai » & suite");
  await field(page, "producer-kind").getByRole("radio").first().check();
  await expectAccessible(page);
  await goTo(page, "review");
  await expect(page.getByText("La page peut être publiée.")).toBeVisible();
  const zip = await saved(page, () => page.getByRole("button", { name: "Télécharger le dossier à publier (.zip)" }).click());
  const names = execFileSync("python3", ["-m", "zipfile", "-l", zip.path], { encoding: "utf8" });
  expect(names).toMatch(/producers\/[a-z0-9-]+\/?.*\.md/);
  expect(names).toMatch(/apis\/[a-z0-9-]+\/index\.md/);
});

test("the quality of a page is told on it, each lost point with its mend and its guide", async ({ page }) => {
  await open(page, "/apis/api-geo");
  const panel = page.locator("details").filter({ has: page.locator("summary", { hasText: "Qualité de la fiche" }) });
  await panel.locator("summary").first().click();
  await expect(panel.locator(".quality__score")).toHaveText(/\d+/);
  await expect(panel.getByRole("link", { name: "Lire le guide" }).first()).toHaveAttribute("href", /guides/);
  await expect(panel).toContainText(/\+\d+(,\d+)? points?/);
  await expectAccessible(page);
});
