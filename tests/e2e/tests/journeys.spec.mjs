import { expect, open, test } from "../fixtures.mjs";

test("finds an API by words and facets, shares the address, comes back", async ({ page, context }) => {
  await open(page, "/");
  await page.getByRole("main").getByRole("searchbox", { name: "Rechercher une API" }).fill("géocoder");
  await page.getByRole("main").getByRole("button", { name: "Rechercher" }).click();
  await expect(page).toHaveURL(/\/apis\?q=g%C3%A9ocoder$/);
  const count = page.getByRole("main").getByRole("status");
  await expect(count).toHaveText(/^\d+\sAPI sur \d+$/);
  await page.getByRole("checkbox", { name: /^Accès libre/ }).check();
  await expect(page).toHaveURL(/access=open/);
  const titles = await page.getByRole("article").getByRole("heading").allTextContents();
  expect(titles).toContain("API Adresse");

  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.getByRole("article").getByRole("heading")).toHaveText(titles);
  await expect(other.getByRole("checkbox", { name: /^Accès libre/ })).toBeChecked();
  await other.close();

  await page.getByRole("link", { name: "API Adresse", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "API Adresse" })).toBeFocused();
  await expect(page).toHaveTitle(/^API Adresse – /);
  await page.goBack();
  await expect(page.getByRole("checkbox", { name: /^Accès libre/ })).toBeChecked();
  await expect(page.getByRole("article").getByRole("heading")).toHaveText(titles);
  await page.goBack();
  await expect(page).toHaveURL(/\/apis\?q=g%C3%A9ocoder$/);
  await expect(page.getByRole("checkbox", { name: /^Accès libre/ })).not.toBeChecked();
});

test("counts and list follow what is typed, without losing the focus", async ({ page }) => {
  await open(page, "/apis");
  const count = page.getByRole("main").getByRole("status");
  const before = await count.textContent();
  const words = page.getByRole("main").getByRole("searchbox", { name: "Rechercher une API" });
  await words.pressSequentially("hydrométrie");
  await expect(count).not.toHaveText(before);
  await expect(words).toBeFocused();
  await expect(words).toHaveValue("hydrométrie");
  await words.fill("zzzz");
  await expect(page.getByRole("heading", { name: "Aucune API ne correspond" })).toBeVisible();
  await page.getByRole("link", { name: "Tout effacer" }).click();
  await expect(count).toHaveText(before);
});

test("a filter can be removed, and the focus stays in the page", async ({ page }) => {
  await open(page, "/apis?theme=environnement&access=open");
  await page.getByRole("button", { name: /Retirer le filtre .*Environnement/ }).click();
  await expect(page).toHaveURL(/\/apis\?access=open$/);
  await page.getByRole("button", { name: "Tout effacer" }).click();
  await expect(page).toHaveURL(/\/apis$/);
});

test("the keyboard alone leads from the home page to an API", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Aller au contenu" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  const search = page.getByRole("main").getByRole("searchbox");
  for (let step = 0; step < 5 && !(await search.evaluate((field) => field === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(search).toBeFocused();
  await page.keyboard.type("api geo");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Catalogue des API" })).toBeFocused();
  const target = page.getByRole("link", { name: "API Géo", exact: true }).or(
    page.getByRole("article").getByRole("link").first(),
  ).first();
  for (let step = 0; step < 90 && !(await target.evaluate((link) => link === document.activeElement)); step += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
  const outline = await target.evaluate((link) => getComputedStyle(link).outlineWidth);
  expect(outline).toBe("3px");
  const title = await target.textContent();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("language and theme are kept", async ({ page }) => {
  await open(page, "/apis/api-adresse");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { name: "May I use it?" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Français" })).toBeFocused();
  await page.getByLabel("Display").selectOption("Dark");
  await page.reload();
  await expect(page.getByRole("heading", { name: "May I use it?" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByLabel("Display")).toHaveValue("dark");
  await page.getByRole("link", { name: "Producers", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Producers" })).toBeVisible();
});

test("an anchor leads to its heading, from outside and inside", async ({ page }) => {
  await open(page, "/documentation");
  await page.getByRole("rowheader").getByRole("link", { name: "API Adresse", exact: true }).click();
  await expect(page).toHaveURL(/\/apis\/api-adresse#technical$/);
  await expect(page.getByRole("heading", { name: "Documentation technique" })).toBeInViewport();
  const contents = page.getByRole("navigation", { name: "Sommaire" });
  await contents.getByRole("link").first().click();
  await expect(page).toHaveURL(/#access$/);
  await expect(page.getByRole("heading", { name: /Puis-je l’utiliser/ })).toBeInViewport();
});

test("words in the address are never taken for markup", async ({ page }) => {
  await open(page, `/apis?q=${encodeURIComponent('<img src=x onerror="document.title=1">')}`);
  await expect(page.getByRole("main").getByRole("searchbox")).toHaveValue(/^<img/);
  expect(await page.locator("main img").count()).toBe(0);
  await expect(page).toHaveTitle(/^Catalogue des API/);
});
