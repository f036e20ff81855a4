// The answer of a call, in each of its forms, from the echo server.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";

test.use({ calledOrigins: [echo] });

const any = { description: "ok" };

/** Opens an operation of the catalogue whose document says that it is `path` of the echo server. */
async function opened(page, path, { responses = { default: any }, parameters = [] } = {}) {
  const get = { operationId: "rechercherCommunes", parameters, responses };
  const document = { openapi: "3.1.0", info: { title: "Echo", version: "1" }, servers: [{ url: echo }], paths: { [path]: { get } } };
  await page.route("**/data/openapi/api-geo/0.json", (route) => route.fulfill({ json: document }));
  await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await page.getByRole("button", { name: "Envoyer", exact: true }).waitFor();
  if (parameters.length > 0) {
    await page.getByRole("button", { name: "Remplir avec les exemples" }).click();
    await expect(page.locator(".call__preview pre").first()).toContainText(`${parameters.at(-1).name}=`);
  }
}

/** Calls it, and gives the part of the page that is the answer. */
async function called(page, path, options) {
  await opened(page, path, options);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  const answer = page.getByRole("region", { name: /^Réponse/ });
  await expect(answer).toBeFocused();
  await expect(answer.getByText("Lecture de la réponse…")).toHaveCount(0);
  return answer;
}

const query = (name, value, type = "string") => ({ name, in: "query", schema: { type, default: value }, example: value, required: true });

async function expectNarrow(page) {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

test("a tree goes by keyboard, searches, folds, copies, and runs nothing that came", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const answer = await called(page, "/formats/hostile");
  const tree = answer.getByRole("tree");
  await expect(tree.getByRole("treeitem")).toHaveCount(4);
  await expect(tree.getByRole("treeitem").first()).toHaveAttribute("aria-expanded", "true");
  await expect(tree).toContainText("<script>alert(2)</script>");
  await expectAccessible(page);
  await tree.focus();
  const active = () => tree.evaluate((one) => document.getElementById(one.getAttribute("aria-activedescendant"))?.textContent);
  await page.keyboard.press("End");
  await expect.poll(active).toContain("next");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(active).toContain("objet (3)");
  await page.keyboard.press("Enter");
  await expect(tree.getByRole("treeitem")).toHaveCount(1);
  await page.keyboard.press("ArrowRight");
  await expect(tree.getByRole("treeitem")).toHaveCount(4);
  await answer.getByRole("searchbox", { name: "Chercher dans la réponse" }).fill("JavaScript:");
  await page.keyboard.press("Enter");
  await expect.poll(active).toContain("link");
  await answer.getByRole("button", { name: "Copier l’expression (JSONPath)" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe("$.link");
  await answer.getByRole("button", { name: "Copier la valeur" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('"javascript:alert(3)"');
  await answer.getByRole("searchbox").fill("nulle part");
  await answer.getByRole("button", { name: "Suivant", exact: true }).click();
  await expect(answer.getByText("Aucune clé ni valeur ne contient ce texte.")).toBeVisible();
  await expectNarrow(page);
});

test("what is not as described is marked where it is, and the list leads there", async ({ page }) => {
  const item = { type: "object", properties: { name: { type: "integer" } } };
  const schema = { type: "object", properties: { items: { type: "array", items: item } } };
  const answer = await called(page, "/items", { responses: { 200: { description: "", content: { "application/json": { schema } } } } });
  const list = answer.locator(".answer__deviations");
  await answer.getByRole("button", { name: "Tout plier" }).click();
  const items = answer.getByRole("treeitem", { name: /^items: / });
  await expect(items).toContainText("écarts à l’intérieur");
  await list.getByRole("button", { name: "/items/2/name" }).click();
  const place = answer.getByRole("treeitem", { name: /Élément 3"/ });
  await expect(place).toBeInViewport();
  await expect(place).toHaveAttribute("aria-selected", "true");
  await expect(place).toContainText("⚠");
  await expectAccessible(page);
});

test("pages follow one another on the called server only", async ({ page }) => {
  const parameters = [query("page", 1, "integer"), query("size", 20, "integer")];
  let answer = await called(page, "/items", { parameters });
  await answer.getByRole("button", { name: "Page suivante" }).click();
  answer = page.getByRole("region", { name: /^Réponse/ });
  await expect(answer.getByRole("tree")).toContainText("Élément 21");
  await expect(answer.getByRole("button", { name: "Page précédente" })).toBeVisible();

  const elsewhere = await called(page, "/formats/hostile");
  await expect(elsewhere.getByText(/sur un autre serveur que celui que vous appelez/)).toBeVisible();
  await expect(elsewhere.getByRole("button", { name: "Page suivante" })).toHaveCount(0);
});

test.describe("refusals", () => {
  // Browsers log every answer of 400 and more.
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("what the service says went wrong comes first", async ({ page }) => {
    const answer = await called(page, "/problem/422");
    await expect(answer.getByRole("heading", { name: /Ce que dit le service.*RFC 9457/ })).toBeVisible();
    await expectAccessible(page);
  });
});

test("a table sorts, turns its pages, and is saved as CSV", async ({ page }) => {
  const answer = await called(page, "/large", { parameters: [query("megabytes", 1, "integer")] });
  await answer.getByRole("tab", { name: "Arbre" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(answer.getByRole("tab", { name: "Tableau" })).toBeFocused();
  const table = answer.getByRole("table");
  const cell = () => table.locator("tbody tr").first().locator("td").first();
  await expect(cell()).toHaveText("1");
  await table.getByRole("button", { name: /^id/ }).click();
  await table.getByRole("button", { name: /^id/ }).click();
  await expect(table.getByRole("columnheader", { name: /^id/ })).toHaveAttribute("aria-sort", "descending");
  await expect(table.getByRole("button", { name: /^id/ })).toBeFocused();
  await expect(cell()).not.toHaveText("1");
  const greatest = await cell().textContent();
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await answer.getByRole("button", { name: /CSV \(tableurs/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("large.csv");
  const lines = (await readFile(await file.path(), "utf8")).split("\r\n");
  expect(lines[0].startsWith("\ufeffid;name;")).toBe(true);
  expect(lines[1].split(";")[0]).toBe(greatest);
  await answer.getByRole("button", { name: "Lignes suivantes" }).click();
  await expect(answer.getByText(/^Lignes 51–100 sur/)).toBeVisible();
  await expect(answer.getByRole("button", { name: "Lignes suivantes" })).toBeFocused();
  await expectNarrow(page);
});

test("places are drawn on a map without any other server", async ({ page }) => {
  const answer = await called(page, "/formats/geojson");
  await answer.getByRole("tab", { name: "Carte" }).click();
  const map = answer.getByRole("img", { name: /points.*lignes.*polygones/ });
  await expect(map).toBeVisible();
  expect(await map.locator("path").count()).toBeGreaterThan(7);
  await answer.getByText(/Ce qui est dessiné/).click();
  await expect(answer.getByRole("listitem").filter({ hasText: "Deux îles" })).toBeVisible();
  await expectAccessible(page);
  await expectNarrow(page);
});

for (const [path, form, expected] of [
  ["/formats/xml-latin1", "Texte", "<nom>Orléans</nom>"],
  ["/formats/latin1", null, "Orléans, où déjà naît l'été"],
  ["/formats/hostile-html", null, "<script>parent.alert(4)</script>"],
  ["/formats/csv", "Texte brut", "L’Abergement-Clémenciat"],
  ["/formats/json-numbers", "Texte brut", "12345678901234567890"],
]) {
  test(`text is shown as text: ${path}`, async ({ page }) => {
    const answer = await called(page, path);
    if (form) await answer.getByRole("tab", { name: form, exact: true }).click();
    await expect(answer.getByRole("group", { name: "Corps" })).toContainText(expected);
    await expectAccessible(page);
  });
}

for (const [path, selector] of [
  ["/image/png", "img"],
  ["/formats/hostile-svg", "img"],
  ["/formats/audio", "audio"],
]) {
  test(`what is no text is shown from the page itself: ${path}`, async ({ page }) => {
    const answer = await called(page, path);
    const element = answer.locator(selector);
    await expect(element).toHaveAttribute("src", /^blob:/);
    const isThere = (one) => (one.tagName === "IMG" ? one.naturalWidth > 0 : one.readyState > 0);
    await expect.poll(() => element.evaluate(isThere)).toBe(true);
    await expectAccessible(page);
  });
}

test("a file is saved under a safe name", async ({ page }) => {
  for (const [path, name] of [["/formats/binary", "binary.bin"], ["/formats/pdf", "pdf.pdf"]]) {
    const answer = await called(page, path);
    await expect(answer.getByText("Ce contenu ne se montre pas dans une page")).toBeVisible();
    const download = page.waitForEvent("download");
    await answer.getByRole("button", { name: /^Télécharger/ }).click();
    expect((await download).suggestedFilename()).toBe(name);
  }
});

for (const path of ["/events", "/lines", "/text"]) {
  test(`what comes piece by piece is shown as it comes, and kept when stopped: ${path}`, async ({ page }) => {
    await opened(page, path, { parameters: [query("count", "endless"), query("every", 20, "integer")] });
    await page.getByRole("button", { name: "Envoyer", exact: true }).click();
    const log = page.getByRole("log");
    await expect(log.getByRole("listitem").nth(3)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Arrêter et garder ce qui est arrivé" }).click();
    const answer = page.getByRole("region", { name: /^Réponse 200/ });
    await expect(answer.getByText("Vous avez arrêté la réponse")).toBeVisible();
    if (path === "/text") await expect(answer.getByRole("group", { name: "Corps" })).toContainText("é ligne 4");
    else expect(await answer.getByRole("listitem").count()).toBeGreaterThan(3);
    await expectAccessible(page);
  });
}

test("fifty megabytes of JSON are shown within two seconds and scroll", { tag: "@timed" }, async ({ page }) => {
  test.setTimeout(180_000);
  await fetch(`${echo}/large?megabytes=50`).then((response) => response.arrayBuffer());
  await opened(page, "/large", { parameters: [query("megabytes", 50, "integer")] });
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
    }).observe({ type: "longtask" });
    window.times = {};
    const watch = new MutationObserver(() => {
      if (!window.times.head && document.querySelector("#call-answer-title")) window.times.head = performance.now();
      if (!window.times.shown && document.querySelectorAll("[role=treeitem]").length > 10) {
        window.times.shown = performance.now();
        watch.disconnect();
      }
    });
    watch.observe(document.body, { childList: true, subtree: true });
  });
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  const tree = page.getByRole("tree");
  await expect(tree.getByRole("treeitem").nth(10)).toBeVisible({ timeout: 120_000 });
  const { head, shown } = await page.evaluate(() => window.times);
  // Taken before scrolling: only the rows in sight are in the page.
  const first = await tree.getByRole("treeitem").first().textContent();
  const nodes = () => page.evaluate(() => document.querySelectorAll("*").length);
  const scroll = await tree.evaluate(async (one) => {
    const frames = [];
    let last = performance.now();
    for (let step = 0; step < 60; step += 1) {
      one.scrollTop += 300;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    return Math.max(...frames);
  });
  const longest = await page.evaluate(() => window.longest);
  console.log(`50 MB: shown ${Math.round(shown - head)} ms after its bytes, longest frame while scrolling ${Math.round(scroll)} ms, longest task ${Math.round(longest)} ms, ${await nodes()} elements`);
  expect(shown - head).toBeLessThan(2000);
  expect(await nodes()).toBeLessThan(5000);
  // Both ends can be reached, by the scroll bar and by the keyboard.
  const inSight = (row) => tree.evaluate((one, text) => {
    const { top, bottom } = one.getBoundingClientRect();
    const is = (row) => row.getBoundingClientRect().top >= top - 1 && row.getBoundingClientRect().bottom <= bottom + 1;
    return [...one.querySelectorAll("[role=treeitem]")].some((row) => is(row) && row.textContent.includes(text));
  }, row);
  await tree.evaluate((one) => (one.scrollTop = one.scrollHeight));
  await expect.poll(() => inSight(first)).toBe(false);
  await expect.poll(() => inSight("")).toBe(true);
  await tree.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => inSight(first)).toBe(true);
  await page.keyboard.press("End");
  await expect.poll(() => inSight(first)).toBe(false);
  await expect.poll(() => inSight("")).toBe(true);
  expect(await nodes()).toBeLessThan(5000);
});
