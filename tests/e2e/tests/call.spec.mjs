import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { documents, echo, prism } from "../servers/addresses.mjs";

test.use({ calledOrigins: [[echo, prism], { option: true }] });

/** Opens an operation of a document and its form. */
async function openForm(page, document, operation) {
  await open(page, `/explorer?url=${encodeURIComponent(document)}&operation=${encodeURIComponent(operation)}`);
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await expect(page.getByRole("button", { name: "Envoyer", exact: true })).toBeVisible();
}

/** Adds a value to a list of the form. */
async function add(page, list, value) {
  const group = page.getByRole("group", { name: list });
  const count = await group.getByRole("listitem").count();
  await group.getByRole("button", { name: "Ajouter une valeur" }).click();
  await group.getByRole("textbox", { name: `Valeur ${count + 1}` }).fill(value);
}

const send = (page) => page.getByRole("button", { name: "Envoyer", exact: true }).click();
const answer = (page) => page.locator("#call-answer");

/** What the echo server says arrived. */
async function arrived(page) {
  await expect(answer(page)).toContainText("Réponse");
  return page.evaluate(() => window.lastAnswer);
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.fetch = async (...given) => {
      const response = await fetch(...given);
      const type = response.headers.get("content-type") ?? "";
      if (type.includes("json")) window.lastAnswer = await response.clone().json().catch(() => undefined);
      return response;
    };
  });
});

test("a call shows what it sends, then what came back; the focus goes there", async ({ page }) => {
  await openForm(page, documents.echo, "echoGet");
  await add(page, /^q\b/, "été & co");
  await expect(page.getByRole("group", { name: "Ce qui sera envoyé" })).toContainText("GET /anything?q=%C3%A9t%C3%A9%20%26%20co");
  await send(page);
  await expect(answer(page)).toBeFocused();
  await expect(answer(page)).toContainText("200");
  await expect(answer(page)).toContainText("réponse réelle");
  expect((await arrived(page)).args).toEqual({ q: "été & co" });
  await expectAccessible(page);
});

test("parameters of each place arrive", async ({ page }) => {
  await openForm(page, documents.echo, "echoPlaces");
  await add(page, /^place/, "été");
  await add(page, /^place/, "a/b");
  await page.getByLabel(/^from/).fill("2026-01-01");
  await page.getByLabel(/^X-Note/).fill("bonjour");
  await send(page);
  const { url, headers } = await arrived(page);
  expect(new URL(url).pathname).toMatch(/%C3%A9t%C3%A9,a(\/|%2F)b$/);
  expect(new URL(url).searchParams.get("filter[from]")).toBe("2026-01-01");
  expect(headers["X-Note"]).toBe("bonjour");
});

test("what does not follow the schema is said at its field, and may be sent all the same", async ({ page }) => {
  await openForm(page, documents.everyKind, "queryKinds");
  await page.getByLabel(/^whole/).fill("abc");
  await expect(page.getByLabel(/^whole/)).toHaveAttribute("aria-invalid", "true");
  await send(page);
  await expect(page.locator("#call-problems")).toBeFocused();
  await expect(answer(page)).toHaveCount(0);
  await page.locator("#call-problems").getByRole("button", { name: /whole/ }).click();
  await expect(page.getByLabel(/^whole/)).toBeFocused();
  await expectAccessible(page);
  await page.getByLabel(/^whole/).fill("4");
  await expect(page.getByLabel(/^whole/)).not.toHaveAttribute("aria-invalid");
  await send(page);
  await expect(answer(page)).toContainText("200");
});

test("a body by fields and as text are kept in step", async ({ page }) => {
  await openForm(page, documents.everyKind, "bodyJson");
  await page.getByLabel(/^name/).first().fill("Ada");
  await page.getByRole("radio", { name: "en texte" }).check();
  const text = page.getByLabel("Texte du corps");
  await expect(text).toHaveValue(/"name": "Ada"/);
  await text.fill('{"name": "Alan"');
  await page.getByRole("radio", { name: "par champs" }).click();
  await expect(page.getByRole("radio", { name: "en texte" })).toBeChecked();
  await expect(page.getByText("Ce texte n’est pas du JSON")).toBeVisible();
  await text.fill('{"name": "Alan"}');
  await page.getByRole("radio", { name: "par champs" }).check();
  await expect(page.getByLabel(/^name/).first()).toHaveValue("Alan");
  await send(page);
  await expect(answer(page)).toContainText("201");
});

test("a form with a file arrives whole", async ({ page }) => {
  await openForm(page, documents.everyKind, "bodyMultipart");
  await page.getByLabel(/^name/).first().fill("Ada");
  await page.locator("#try input[type=file]").first().setInputFiles({ name: "é.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a00ff", "hex") });
  await send(page);
  await expect(answer(page)).toContainText("201");
});

test.describe("answers that are errors, or none", () => {
  test.use({ expectedErrors: [/Failed to load resource|CORS policy|net::ERR/] });

  test("an error is shown with its meaning", async ({ page }) => {
    await openForm(page, documents.echo, "problem");
    await page.getByLabel(/^code/).selectOption({ label: "422" });
    await send(page);
    await expect(answer(page)).toContainText("422");
  });

  test("a refusal of CORS is told from a server that is not there", async ({ page }) => {
    await openForm(page, documents.echo, "echoGet");
    await page.getByLabel("Serveur", { exact: true }).selectOption({ index: 1 });
    await send(page);
    await expect(answer(page)).toContainText(/CORS|autres sites/);
    await expect(answer(page)).toContainText("Access-Control-Allow-Origin");
    await expect(answer(page).getByText("La même requête en ligne de commande")).toBeVisible();
  });

  test("a call can be stopped", async ({ page }) => {
    await openForm(page, documents.echo, "slowFirstByte");
    await page.getByLabel(/^wait/).fill("20000");
    await send(page);
    await page.getByRole("button", { name: "Annuler" }).click();
    await expect(answer(page)).toBeVisible();
  });
});

test("the whole journey by keyboard", async ({ page }) => {
  await open(page, `/explorer?url=${encodeURIComponent(documents.echo)}&operation=echoGet`);
  const button = page.getByRole("button", { name: "Essayer cette opération" });
  await button.focus();
  await page.keyboard.press("Enter");
  const more = page.getByRole("group", { name: /^q\b/ }).getByRole("button", { name: "Ajouter une valeur" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: "Valeur 1" })).toBeFocused();
  await page.keyboard.type("clavier");
  await page.keyboard.press("Enter");
  await expect(answer(page)).toBeFocused();
  expect((await arrived(page)).args).toEqual({ q: "clavier" });
});

test("a small document of the catalogue is called without a worker", async ({ page }) => {
  const loaded = [];
  page.on("response", (response) => loaded.push(new URL(response.url()).pathname));
  await open(page, "/apis/api-geo/explorer?operation=rechercherCommunes");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await page.getByRole("button", { name: "Remplir avec les exemples" }).click();
  await expect(page.getByRole("group", { name: "Ce qui sera envoyé" })).toContainText("GET /communes");
  expect(loaded.some((path) => path.startsWith("/split_engine-"))).toBe(true);
  expect(loaded.filter((path) => path.startsWith("/reader") || path.startsWith("/split_worker-"))).toEqual([]);
  await expectAccessible(page);
});

test("the form fits 320 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await openForm(page, documents.everyKind, "bodyJson");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
