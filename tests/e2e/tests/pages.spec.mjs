import { brotliCompressSync } from "node:zlib";
import { expect, expectAccessible, open, pages, test } from "../fixtures.mjs";

for (const [name, address] of Object.entries(pages)) {
  test.describe(name, () => {
    test("has the accessibility tree of its snapshot", async ({ page }) => {
      await open(page, address);
      await expect(page.getByRole("contentinfo").getByRole("link").first()).toBeVisible();
      await expect(page.locator("body")).toMatchAriaSnapshot({ name: `${name}.aria.yml` });
    });

    for (const theme of ["light", "dark"]) {
      test(`axe finds nothing, ${theme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme });
        await open(page, address);
        await expectAccessible(page);
      });
    }

    test("fits 320 pixels", async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await open(page, address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    });
  });
}

test("axe finds nothing in high contrast", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "contrast"));
  await open(page, "/apis/api-particulier");
  await expectAccessible(page);
});

test("axe finds nothing where no page is", async ({ page }) => {
  test.info().annotations.push({ type: "address", description: "/les-api/api-geo" });
  await page.route("**/les-api/api-geo", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, status: 200 });
  });
  await open(page, "/les-api/api-geo");
  await expectAccessible(page);
});

test("axe finds nothing in English", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("language", "en"));
  await open(page, "/apis?access=restricted");
  await expectAccessible(page);
});

test("the first load of the list weighs at most 300 kB, compressed", async ({ page }) => {
  const sizes = [];
  page.on("response", (response) => {
    sizes.push(response.body().then((body) => [new URL(response.url()).pathname, brotliCompressSync(body).length]));
  });
  await open(page, "/apis");
  await page.waitForLoadState("networkidle");
  const files = await Promise.all(sizes);
  const total = files.reduce((sum, [, size]) => sum + size, 0);
  const table = files.map(([path, size]) => `${String(size).padStart(8)}  ${path}`).join("\n");
  console.log(`${table}\n${String(total).padStart(8)}  total`);
  expect(total).toBeLessThanOrEqual(300_000);
});

/** The code that comes from now on: paths and sizes, compressed. */
function incomingCode(page) {
  const code = [];
  page.on("response", (response) => {
    if (!/\.(js|wasm)$/.test(new URL(response.url()).pathname)) return;
    code.push(response.body().then((body) => [new URL(response.url()).pathname, brotliCompressSync(body).length]));
  });
  return async () => {
    const added = await Promise.all(code);
    console.log(added.map(([path, size]) => `${String(size).padStart(8)}  ${path}`).join("\n"));
    return { paths: added.map(([path]) => path), total: added.reduce((sum, [, size]) => sum + size, 0) };
  };
}

test("reading operations adds at most 150 kB of code, compressed, which the first load leaves out", async ({ page }) => {
  await open(page, "/apis/api-geo");
  await page.waitForLoadState("networkidle");
  const added = incomingCode(page);
  await page.getByRole("link", { name: "Explorer les opérations" }).click();
  await page.getByRole("navigation", { name: "Opérations" }).getByRole("link").first().click();
  await expect(page.locator("#operation-title")).toBeVisible();
  const { paths, total } = await added();
  expect(paths.some((path) => path.startsWith("/split_explorer-"))).toBe(true);
  expect(paths.filter((path) => !/^\/(split_explorer|chunk_\d+)-[0-9a-f]+\.wasm$/.test(path))).toEqual([]);
  expect(total).toBeLessThanOrEqual(150_000);
});

test("calling brings its own code, and never what reads other documents", async ({ page }) => {
  await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
  await page.waitForLoadState("networkidle");
  const added = incomingCode(page);
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  // Two cores that also do something else take their time to compile it.
  await expect(page.getByRole("button", { name: "Envoyer", exact: true })).toBeVisible({ timeout: 20_000 });
  const { paths } = await added();
  expect(paths.some((path) => path.startsWith("/split_call-"))).toBe(true);
  expect(paths.some((path) => path.startsWith("/split_engine-"))).toBe(true);
  expect(paths.filter((path) => /^\/(reader|split_worker|split_document)/.test(path))).toEqual([]);
});

test("paper gets the text alone", async ({ page }) => {
  await open(page, "/apis/api-adresse");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("header.site-header")).toBeHidden();
  await expect(page.locator("footer")).toBeHidden();
});
