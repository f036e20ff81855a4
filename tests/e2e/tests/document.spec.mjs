import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { documents, echo } from "../servers/addresses.mjs";

test.use({ calledOrigins: [echo] });

const outline = (page) => page.getByRole("navigation", { name: "Opérations" });

test("a document at an address is read, its operations open, the address can be shared", async ({ page }) => {
  await open(page, "/explorer");
  await page.getByLabel("Adresse du document").fill(documents.echo);
  await page.keyboard.press("Enter");
  await expect(outline(page).getByRole("link", { name: /anything/ }).first()).toBeVisible();
  await outline(page).getByRole("link", { name: /Send a body of any kind/ }).click();
  await expect(page.locator("#operation-title")).toHaveText("Send a body of any kind");
  await expect(page).toHaveURL(/\/explorer\?url=http.*echo\.yaml&operation=echoPost$/);
  await page.reload();
  await expect(page.locator("#operation-title")).toHaveText("Send a body of any kind");
  await expectAccessible(page);
});

test("a file, then a text, are read without leaving the browser", async ({ page }) => {
  await open(page, "/explorer");
  const named = (title) => `openapi: 3.1.0\ninfo: { title: ${title}, version: "1" }\npaths: { /x: { get: { summary: Of ${title} } } }\n`;
  await page.getByLabel(/Fichier JSON ou YAML/).setInputFiles({ name: "a.yaml", mimeType: "application/yaml", buffer: Buffer.from(named("File")) });
  await outline(page).getByRole("link", { name: /Of File/ }).click();
  await expect(page.locator("#operation-title")).toHaveText("Of File");
  await page.getByText("Ouvrir un autre document").click();
  await page.getByLabel("Texte du document").fill(named("Text"));
  await page.getByRole("button", { name: "Lire le document" }).last().click();
  await expect(outline(page).getByRole("link", { name: /Of Text/ })).toBeVisible();
});

test("a dropped file is read", async ({ page }) => {
  await open(page, "/explorer");
  const transfer = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['{"swagger":"2.0","info":{"title":"D","version":"1"},"paths":{"/d":{"get":{"summary":"Dropped"}}}}'], "d.json"));
    return transfer;
  });
  await page.locator(".call__drop").dispatchEvent("drop", { dataTransfer: transfer });
  await expect(outline(page).getByRole("link", { name: /Dropped/ })).toBeVisible();
});

test("a document is compared with an earlier version of it", async ({ page }) => {
  await open(page, "/explorer");
  const version = (paths) => ({ name: "api.yaml", mimeType: "application/yaml", buffer: Buffer.from(`openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: ${JSON.stringify(paths)}\n`) });
  const responses = { 200: { description: "ok" } };
  const kept = (parameters) => ({ get: { operationId: "kept", summary: "Kept", parameters, responses } });
  const limit = { name: "limit", in: "query", required: true, schema: { type: "integer" } };
  await page.getByLabel(/Fichier JSON ou YAML/).setInputFiles(version({ "/kept": kept([limit]) }));
  await page.getByText("Comparer avec une version précédente").click();
  const old = page.getByLabel("Fichier de la version précédente");
  await old.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByText("Ce texte n’est pas un document OpenAPI")).toBeVisible();
  await old.setInputFiles(version({ "/kept": kept([]), "/gone": kept([]) }));
  await expect(page.locator(".changes--0")).toContainText("/gone");
  await expect(page.locator(".changes--0")).toContainText("limit");
  await expectAccessible(page);
  await page.locator(".changes--0").getByRole("link", { name: "/kept" }).first().click();
  await expect(page.locator("#operation-title")).toHaveText("Kept");
});

test("defects have their place and how to mend them", async ({ page }) => {
  await open(page, "/explorer");
  await page.getByLabel("Texte du document").fill("openapi: 3.0.0\npaths:\n  /x:\n    get:\n      parameters: [{ $ref: '#/nowhere' }]\n  /x: {}\n");
  await page.getByRole("button", { name: "Lire le document" }).last().click();
  const problems = page.locator("details.problems");
  await expect(problems).toContainText("Défauts du document");
  await problems.evaluate((one) => (one.open = true));
  await expect(problems.getByText(/ligne \d+/).first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("documents that cannot be had", () => {
  test.use({ expectedErrors: [/Failed to load resource|CORS policy/] });

  for (const [name, address, why] of [
    ["missing", `${echo}/status/404`, /n’existe pas|introuvable|absent/i],
    ["broken status", `${echo}/status/500`, /500/],
    ["refused by CORS", `${echo}/cors/refused/json`, /CORS/],
    ["a web page", `${echo}/html`, /page web/],
    ["an image", `${echo}/image/png`, /./],
  ]) {
    test(`${name}: the reason is said, the three ways stay`, async ({ page }) => {
      await open(page, `/explorer?url=${encodeURIComponent(address)}`);
      const said = page.getByRole("alert").or(page.locator("details.problems"));
      await expect(said.filter({ hasText: why }).first()).toBeVisible();
      if (name !== "a web page" && name !== "an image") {
        for (const way of ["Adresse du document", /Fichier JSON ou YAML/, "Texte du document"]) await expect(page.getByLabel(way)).toBeVisible();
      }
    });
  }

  for (const address of ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "//", "<img src=x onerror=alert(1)>"]) {
    test(`an address that is none is refused: ${address}`, async ({ page }) => {
      page.on("dialog", () => expect("dialog").toBe("none"));
      await open(page, `/explorer?url=${encodeURIComponent(address)}`);
      await expect(page.getByRole("alert").first()).toContainText("n’est pas celle d’un document du web");
    });
  }
});

test.describe("what an operation shows when it is opened", () => {
  const schema = { properties: { name: { type: "string" }, inner: { properties: { deep: { properties: { deepest: { type: "integer", description: "At the bottom." } } } } } }, oneOf: [{ title: "First", properties: { a: {} } }, { title: "Second", properties: { b: { properties: { c: {} } } } }] };
  const content = { "application/json": { schema } };
  const document = {
    openapi: "3.1.0",
    info: { title: "Glance", version: "1" },
    servers: [{ url: echo }],
    paths: {
      "/x": {
        post: {
          operationId: "x",
          summary: "Everything",
          requestBody: { content },
          responses: { 200: { description: "Fine", content }, 404: { description: "None", content } },
          callbacks: { done: { "{$request.body#/url}": { post: { operationId: "told", summary: "Told", requestBody: { content } } } } },
        },
        get: { operationId: "y", summary: "Nothing", responses: { 204: {} } },
      },
    },
  };
  const address = `/explorer?url=${encodeURIComponent(`${echo}/glance.json`)}&operation=x`;
  const place = (page, anchor) => page.locator(`[id="${anchor}"]`);
  test.beforeEach(({ page }) => page.route(`${echo}/glance.json`, (route) => route.fulfill({ json: document, headers: { "Access-Control-Allow-Origin": "*" } })));

  test("is completed without moving the focus, and opens whatever it holds", async ({ page }) => {
    await open(page, address);
    const inner = place(page, "response-200.content.inner");
    await inner.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    await expect(place(page, "response-200.content.inner.deep")).toBeVisible();
    await expect(inner.locator("summary").first()).toBeFocused();
    await expect(page.getByRole("group", { name: "Appeler en code" })).toContainText("curl");
    await expect(inner.locator("summary").first()).toBeFocused();
    await page.locator("details.examples > summary").first().click();
    await expect(page.getByRole("group", { name: "Exemples" }).first()).toContainText('"deepest"');
    const body = place(page, "body.content");
    await body.getByRole("radio", { name: "Second" }).check();
    await expect(place(page, "body.content.-oneOf-1.b")).toBeVisible();
    await place(page, "response-404").locator("summary").first().click();
    await expect(place(page, "response-404.content.inner")).toBeVisible();
    await page.getByText("{$request.body#/url}").click();
    await expect(page.locator('.callback [id$=".body.content.name"]')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Tout déplier" }).click();
    await expect(page.getByText("At the bottom.")).toHaveCount(4);
    await outline(page).getByRole("link", { name: /Nothing/ }).click();
    await expect(page.locator("#operation-title")).toHaveText("Nothing");
    await expect(page.getByRole("group", { name: "Appeler en code" })).toContainText("/x");
  });

  for (const anchor of ["response-200.content.inner.deep.deepest", "response-404.content.inner.deep", "body.content.-oneOf-1.b.c"]) {
    test(`an address leads to what is inside: ${anchor}`, async ({ page }) => {
      await open(page, `${address}#${anchor}`);
      await expect(place(page, anchor)).toBeFocused();
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }

  test("the operation before stays in sight until the next one is here", async ({ page }) => {
    await open(page, `${address}#response-404.content.inner.deep`);
    await expect(place(page, "response-404.content.inner.deep")).toBeFocused();
    await page.evaluate(() => {
      window.shown = new Set();
      new MutationObserver(() => window.shown.add(document.querySelector("#operation-title")?.textContent)).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    await outline(page).getByRole("link", { name: /Nothing/ }).click();
    await expect(page.locator("#operation-title")).toHaveText("Nothing");
    await expect(page.locator("#operation-title")).toBeFocused();
    await outline(page).getByRole("link", { name: /Everything/ }).click();
    await expect(page.locator("#operation-title")).toHaveText("Everything");
    expect(await page.evaluate(() => [...window.shown].sort())).toEqual(["Everything", "Nothing"]);
    // A place of another operation is not looked for in this one.
    await page.goBack();
    await expect(page.locator("#operation-title")).toHaveText("Nothing");
    await page.goBack();
    await expect(place(page, "response-404.content.inner.deep")).toBeFocused();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  });

  test("an address of what is not there is said", async ({ page }) => {
    await open(page, `${address}#response-200.content.gone`);
    await expect(page.getByRole("alert")).toContainText("response-200.content.gone");
  });
});

test("hostile words of a document are text", async ({ page }) => {
  const bad = "<img src=x onerror=window.bad=1>";
  const document = {
    openapi: "3.1.0",
    info: { title: bad, version: bad, description: `${bad} [x](javascript:window.bad=1) <script>window.bad=1</script>` },
    servers: [{ url: "javascript:window.bad=1", description: bad }],
    tags: [{ name: bad, description: bad }],
    paths: {
      [`/${bad}`]: {
        get: {
          operationId: bad,
          summary: bad,
          description: bad,
          tags: [bad],
          parameters: [{ name: bad, in: "query", description: bad, example: bad, schema: { enum: [bad], default: bad } }],
          responses: { 200: { description: bad, content: { "application/json": { example: { [bad]: bad } } } } },
        },
      },
    },
  };
  await open(page, "/explorer");
  await page.getByLabel("Texte du document").fill(JSON.stringify(document));
  await page.getByRole("button", { name: "Lire le document" }).last().click();
  await outline(page).getByRole("link").first().click();
  await expect(page.locator("#operation-title")).toHaveText(bad);
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await expect(page.getByRole("button", { name: "Envoyer", exact: true })).toBeVisible();
  expect(await page.evaluate(() => window.bad)).toBeUndefined();
});

const shared = fileURLToPath(new URL("../../../../shared", import.meta.url));
const folders = [`${shared}/specs`, `${shared}/data/apigouv/openapi`].filter((folder) => existsSync(folder));

/** Opens every operation of the document on the page, one after the other; how many there were. */
function openEach(page) {
  return page.evaluate(async () => {
    const list = document.querySelector("nav.outline");
    const shown = async (condition, what) => {
      for (const late = performance.now() + 20_000; !condition(); ) {
        if (performance.now() > late) throw new Error(`not shown: ${what}`);
        await new Promise(requestAnimationFrame);
      }
    };
    let count = 0;
    const groups = list.querySelectorAll(".outline__group").length;
    for (let place = 0; place < groups; place += 1) {
      const group = () => list.querySelectorAll(".outline__group")[place];
      // One group is open at a time.
      group().querySelector('[aria-expanded="false"]')?.click();
      await shown(() => group().querySelector("a[href]"), `group ${place}`);
      for (let rank = 0; rank < group().querySelectorAll("a[href]").length; rank += 1) {
        const link = () => group().querySelectorAll("a[href]")[rank];
        const named = (element) => [".method", "code"].map((part) => element?.querySelector(part)?.textContent).join(" ");
        const name = named(link());
        link().click();
        await shown(() => named(document.querySelector(".operation__header")) === name, name);
        // Its code comes with all the rest; the API's own calls have none.
        const isWhole = () => document.querySelector(".operation > .code-samples") || document.querySelector(".operation__header > .muted");
        await shown(isWhole, `the rest of ${name}`);
        count += 1;
      }
    }
    return count;
  });
}

test("every shared document opens, and each of its operations", async ({ page }) => {
  test.skip(folders.length === 0, "../shared is not here");
  test.setTimeout(900_000);
  await open(page, "/explorer");
  const files = folders.flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`));
  const described = files.filter((name) => /\.(json|ya?ml)$/.test(name)).filter((name) => /^\s*["']?(openapi|swagger)["']?\s*:/m.test(readFileSync(name, "utf8").slice(0, 3000)));
  expect(described.length).toBeGreaterThan(10);
  let opened = 0;
  for (const file of described) {
    await open(page, "/explorer");
    await page.getByLabel(/Fichier JSON ou YAML/).setInputFiles(file);
    await expect(outline(page).getByRole("link").first(), file).toBeVisible({ timeout: 30_000 });
    opened += await openEach(page);
  }
  console.log(`shared documents: ${described.length}, operations opened: ${opened}`);
  expect(opened).toBeGreaterThan(1_000);
});
