// "May I use it?", as the people who ask.
import { expect, expectAccessible, open, test } from "../fixtures.mjs";

const answer = (page) => page.getByRole("main").getByRole("status");
const audience = (page, name) => page.getByRole("radio", { name: new RegExp(`^${name}`) });
const part = (page, name) => page.getByRole("main").locator("section", { has: page.getByRole("heading", { level: 2, name }) });

test("an open API leads everyone to its operations", async ({ page }) => {
  await open(page, "/apis/api-adresse");
  await page.getByRole("link", { name: "Vérifier pour ma situation" }).click();
  await expect(page).toHaveURL(/\/apis\/api-adresse\/access$/);
  await expect(page.getByRole("heading", { level: 1, name: "Puis-je utiliser API Adresse" })).toBeFocused();
  await expect(answer(page)).toContainText("Choisissez votre situation");
  await expect(page.getByRole("radio")).toHaveCount(6);
  await audience(page, "Particulier").check();
  await expect(page).toHaveURL(/\/access\?audience=individual$/);
  await expect(answer(page)).toContainText(/Particulier\s*:\s*Oui\s+Vous pouvez utiliser cette API dès maintenant/);
  await expect(audience(page, "Particulier")).toBeFocused();
  await expect(part(page, "Délai")).toContainText("Aucun");
  await page.getByRole("link", { name: "Explorer et essayer les opérations" }).click();
  await expect(page).toHaveURL(/\/apis\/api-adresse\/explorer$/);
  await page.goBack();
  await expect(audience(page, "Particulier")).toBeChecked();
  await expect(answer(page)).toContainText("dès maintenant");
});

test("a yes says what to prepare, how long it takes and where to ask", async ({ page }) => {
  await open(page, "/apis/api-particulier/access");
  await audience(page, "Collectivité").check();
  await expect(answer(page)).toContainText(/Collectivité\s*:\s*Oui\s+Vous pouvez demander l’accès/);
  await expect(part(page, "Ce que dit le producteur")).toContainText("démarche par démarche");
  await expect(part(page, "Fondement juridique")).toContainText("Article L. 114-8");
  await expect(part(page, "À préparer").getByRole("listitem").first()).toContainText("SIRET");
  await expect(part(page, "Délai")).toContainText(/La norme est de 15\s+jours/);
  const button = page.getByRole("main").locator("a.button");
  await expect(button).toHaveCount(1);
  await expect(button).toHaveAttribute("href", "https://datapass.api.gouv.fr/api-particulier");
  await expect(button).toHaveAccessibleName(/^Demander l’accès : datapass\.api\.gouv\.fr/);
});

test("a no says why, and offers what exists instead", async ({ page }) => {
  await open(page, "/apis/api-particulier/access?audience=company");
  await expect(audience(page, "Entreprise")).toBeChecked();
  await expect(answer(page)).toContainText(/Entreprise\s*:\s*Non\s+Cette API ne vous est pas accessible/);
  await expect(part(page, "Ce que dit le producteur")).toContainText("délégation de service public");
  for (const absent of ["À préparer", "Délai"]) await expect(part(page, absent)).toHaveCount(0);
  const instead = part(page, "Ce qui existe à la place");
  await expect(instead.locator("a.button")).toHaveCount(1);
  const links = instead.getByRole("link");
  expect(await links.count()).toBeGreaterThan(3);
  await expect(instead.getByRole("link", { name: "API Recherche d’entreprises" })).toHaveAttribute("href", "/apis/api-recherche-entreprises");
  await instead.getByRole("link", { name: /API .*qui vous sont accessibles/ }).click();
  await expect(page).toHaveURL(/\/apis\?theme=.*audience=company$/);
  await expect(page.getByRole("article").first()).toBeVisible();
});

test("an API that has stopped, and one that will, lead to what replaces them", async ({ page }) => {
  await open(page, "/apis/api-rncs/access?audience=company");
  await expect(answer(page)).toContainText("elle est arrêtée");
  await expect(page.getByRole("main").locator("a.button")).toHaveAttribute("href", "/apis/api-recherche-entreprises");
  await open(page, "/apis/base-adresse-nationale-ancienne/access?audience=company");
  await expect(page.getByRole("link", { name: /^Passer à/ }).first()).toHaveAttribute("href", "/apis/api-adresse");
});

test("the keyboard alone leads from the question to the request", async ({ page }) => {
  await open(page, "/apis/api-particulier/access");
  const first = audience(page, "Particulier");
  for (let step = 0; step < 30 && !(await first.evaluate((radio) => radio === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(first).toBeFocused();
  await page.keyboard.press("Space");
  await expect(answer(page)).toContainText("Non");
  for (const name of ["Entreprise", "Association", "Administration"]) {
    await page.keyboard.press("ArrowDown");
    await expect(audience(page, name)).toBeFocused();
    await expect(answer(page)).toContainText(name);
  }
  await expect(answer(page)).toContainText("Oui");
  await expect(page).toHaveURL(/audience=administration$/);
  const button = page.getByRole("main").locator("a.button");
  for (let step = 0; step < 10 && !(await button.evaluate((link) => link === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(button).toBeFocused();
});

test("the choice is in the address: reload, share, go back, change the language", async ({ page, context }) => {
  await open(page, "/apis/api-particulier/access");
  await audience(page, "Entreprise").check();
  await audience(page, "Administration").check();
  await page.reload();
  await expect(audience(page, "Administration")).toBeChecked();
  await expect(answer(page)).toContainText("Oui");
  const other = await context.newPage();
  await open(other, page.url());
  await expect(answer(other)).toContainText("Oui");
  await other.close();
  await page.goBack();
  await expect(audience(page, "Entreprise")).toBeChecked();
  await expect(answer(page)).toContainText("Non");
  await page.goBack();
  await expect(page).toHaveURL(/\/access$/);
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.goForward();
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("radio", { name: /^Company/ })).toBeChecked();
  await expect(answer(page)).toContainText("This API is not available to you");
  await expectAccessible(page);
});

test("an address with an unknown audience asks again", async ({ page }) => {
  await open(page, "/apis/api-particulier/access?audience=pirate");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(answer(page)).toContainText("Choisissez votre situation");
});

test.describe("no such API", () => {
  test.use({ expectedErrors: [/404/] });
  test("says what happened and offers another try", async ({ page }) => {
    await page.goto("/apis/pas-une-api/access");
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByRole("button", { name: "Réessayer" })).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"]) {
  test(`every audience: axe finds nothing and 320 pixels are enough, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    for (const api of ["api-particulier", "api-adresse", "chorus-pro", "api-rncs"]) {
      await open(page, `/apis/${api}/access`);
      for (const name of ["Particulier", "Entreprise", "Association", "Administration", "Collectivité", "Éditeur"]) {
        await audience(page, name).check();
        await expect(answer(page)).toContainText(name);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      }
      await expectAccessible(page);
    }
  });
}
