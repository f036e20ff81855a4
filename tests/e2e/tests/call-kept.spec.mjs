// What is kept of calls and shared: history, links, environments, exports, simulated answers. No secret in any of them.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";

test.use({ calledOrigins: [echo] });

/** Told secret by the document, by its name, by an environment. */
const secrets = ["dit-par-le-document", "dit-par-son-nom", "dit-par-la-variable"];
const [told, named, variable] = secrets;

const query = (name, schema = {}) => ({ name, in: "query", schema: { type: "string", ...schema } });
const described = {
  404: { description: "Rien", content: { "application/problem+json": { example: { title: "Introuvable" } } } },
  200: {
    description: "Trouvé",
    content: {
      "application/json": { schema: { type: "object", required: ["rang"], properties: { rang: { type: "integer", minimum: 1, maximum: 100000 } } } },
      "text/csv": { example: "nom;code" },
    },
  },
};

/** Both operations of the catalogue's document call the echo server, or another one. */
async function opened(page, { server = echo, operation = "rechercherCommunes" } = {}) {
  const get = (operationId) => ({ operationId, parameters: [query("nom"), query("mot", { format: "password" }), query("api_key")], responses: described });
  const paths = { "/anything": { get: get("rechercherCommunes") }, "/anything/departements": { get: get("rechercherDepartements") } };
  const document = { openapi: "3.1.0", info: { title: "Echo", version: "1" }, servers: [{ url: server }], paths };
  await page.context().route("**/data/openapi/api-geo/0.json", (route) => route.fulfill({ json: document }));
  await open(page, `/apis/api-geo/explorer?operation=${operation}`);
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await sendButton(page).waitFor();
}

const sendButton = (page) => page.getByRole("button", { name: "Envoyer", exact: true });
const field = (page, name) => page.locator(`[id="field%2Fquery%2F${name}"]`);
const part = (page, title) => page.locator(".kept__part").filter({ has: page.locator("summary", { hasText: title }) });
const answer = (page) => page.locator("#call-answer");

async function openPart(page, title) {
  const found = part(page, title);
  if ((await found.getAttribute("open")) === null) await found.locator("summary").first().click();
  return found;
}

async function call(page, nom) {
  await field(page, "nom").fill(nom);
  await sendButton(page).click();
  await expect(answer(page)).toBeFocused();
  await expect(answer(page)).toContainText(nom);
}

function expectNoSecret(text) {
  for (const secret of secrets) expect(text).not.toContain(secret);
}

const stored = (page) => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

test("calls are kept without secrets, compared, taken up again, deleted", async ({ page }) => {
  await opened(page);
  await field(page, "mot").fill(told);
  await field(page, "api_key").fill(named);
  await call(page, "Lyon");
  await call(page, "Nantes");
  expectNoSecret(await stored(page));
  expect(await stored(page)).toContain("Nantes");

  await expect(part(page, "Derniers appels (2)")).toBeVisible();
  const calls = await openPart(page, "Derniers appels");
  await expect(calls.getByRole("listitem")).toHaveCount(2);
  for (const box of await calls.getByRole("checkbox").all()) await box.check();
  const comparison = page.getByRole("group", { name: "Comparaison des deux réponses" });
  await expect(comparison.getByText("Même statut.")).toBeVisible();
  await expect(comparison.locator("li", { hasText: "/args/nom" })).toContainText(/changé.*Lyon.*Nantes/s);
  expectNoSecret(await page.locator(".kept").textContent());
  await expectAccessible(page);

  await calls.getByRole("button", { name: /^Reprendre/ }).last().click();
  await expect(field(page, "nom")).toHaveValue("Lyon");
  await expect(field(page, "mot")).toHaveValue("");
  await calls.getByRole("button", { name: /^Supprimer GET/ }).first().click();
  await expect(part(page, "Derniers appels (1)")).toBeVisible();

  // Another operation shows the same calls, and leads back to the one that was called.
  await opened(page, { operation: "rechercherDepartements" });
  const others = await openPart(page, "Derniers appels (1)");
  await others.getByRole("button", { name: /^Reprendre/ }).click();
  await expect(page).toHaveURL(/operation=rechercherCommunes$/);
  await expect(field(page, "nom")).toHaveValue("Lyon");
  await openPart(page, "Derniers appels (1)");
  await page.getByRole("button", { name: "Supprimer tous les appels" }).click();
  await expect(page.getByText("Aucun appel pour l’instant.")).toBeVisible();
  expect(await stored(page)).not.toContain("Lyon");
});

test("a browser without room says so, and the calls last as long as the page", async ({ page }) => {
  await opened(page);
  await page.evaluate(() => {
    let piece = "x".repeat(1_000_000);
    for (let index = 0; piece; index += 1) {
      try {
        localStorage.setItem(`filler ${index}`, piece);
      } catch {
        piece = piece.slice(0, piece.length / 2);
      }
    }
  });
  await call(page, "Lyon");
  await openPart(page, "Derniers appels (1)");
  await expect(page.getByText("Le navigateur n’a plus de place pour ce site")).toBeVisible();
});

test("a link opens the operation again, filled in, and says what it leaves out", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await opened(page);
  await field(page, "nom").fill("L’Haÿ-les-Roses & co");
  await field(page, "mot").fill(told);
  await field(page, "api_key").fill(named);
  const share = await openPart(page, "Lien vers cette requête");
  await share.getByRole("button", { name: "Créer le lien" }).click();
  const link = share.getByRole("textbox", { name: "Lien" });
  await expect(link).toHaveValue(/\/apis\/api-geo\/explorer\?operation=rechercherCommunes#call=1\./);
  await expect(share.getByRole("listitem")).toHaveText(["/query/api_key", "/query/mot"]);
  const address = await link.inputValue();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  expectNoSecret(Buffer.from(address.split("#call=1.")[1], "base64url").toString());
  await expectAccessible(page);

  const other = await context.newPage();
  await open(other, address);
  await expect(field(other, "nom")).toHaveValue("L’Haÿ-les-Roses & co");
  await expect(field(other, "mot")).toHaveValue("");
  await expect(other.getByText("Cette requête vient d’un lien.")).toBeVisible();
  await open(other, `${address.split("#")[0]}#call=1.AAAA`);
  await other.reload();
  await expect(other.getByText("Le lien ne contient pas une requête lisible")).toBeVisible();
  await other.close();

  await field(page, "nom").fill("x".repeat(9_000));
  await share.getByRole("button", { name: "Créer le lien" }).click();
  await expect(share.getByText(/Le lien compterait \d+ caractères/)).toBeVisible();
});

test("an environment gives variables their values; secret ones are masked and stay here", async ({ page }) => {
  await opened(page);
  const environments = await openPart(page, "Variables");
  await environments.getByRole("button", { name: "Nouvel environnement" }).click();
  await environments.getByRole("textbox", { name: "Nom 1" }).fill("ville");
  await environments.getByRole("textbox", { name: "Valeur 1" }).fill("Nîmes");
  await environments.getByRole("button", { name: "Ajouter une variable" }).click();
  await environments.getByRole("textbox", { name: "Nom 2" }).fill("cle");
  await environments.getByRole("checkbox", { name: "secrète" }).nth(1).check();
  await environments.getByLabel("Valeur 2").fill(variable);
  await expect(environments.getByLabel("Valeur 2")).toHaveAttribute("type", "password");
  await environments.getByRole("textbox", { name: "Nom de l’environnement" }).fill("essai");
  await environments.getByRole("textbox", { name: "Nom de l’environnement" }).press("Tab");
  await expect(part(page, "Variables (essai)")).toBeVisible();
  await expectAccessible(page);

  await field(page, "nom").fill("{{ville}} {{cle}}");
  const preview = page.locator(".call__preview");
  await expect(preview).toContainText("N%C3%AEmes");
  expectNoSecret(await preview.textContent());
  await sendButton(page).click();
  await expect(answer(page)).toContainText(`Nîmes ${variable}`);
  expectNoSecret(await stored(page));

  const file = await saved(page, () => environments.getByRole("button", { name: "Exporter les environnements" }).click());
  expect(JSON.parse(file.text).environments[0].variables.map(({ name, value }) => [name, value])).toEqual([["ville", "Nîmes"], ["cle", ""]]);

  await field(page, "nom").fill("{{inconnue}}");
  await sendButton(page).click();
  await expect(page.locator("#call-problems")).toContainText("n’a pas de variable");

  await opened(page);
  await expect(part(page, "Variables (essai)")).toBeVisible();
  const again = await openPart(page, "Variables");
  await expect(again.getByRole("textbox", { name: "Valeur 1" })).toHaveValue("Nîmes");
  await expect(again.getByLabel("Valeur 2")).toHaveValue("");
  const imported = { version: 1, environments: [{ name: "production", variables: [{ name: "ville", value: "Brest" }] }] };
  const choose = (text) => again.locator("input[type=file]").setInputFiles({ name: "e.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await choose(JSON.stringify(imported));
  await expect(again.getByText("Les environnements du fichier ont été ajoutés.")).toBeVisible();
  await again.getByRole("combobox", { name: "Environnement" }).selectOption("production");
  await expect(again.getByRole("textbox", { name: "Valeur 1" })).toHaveValue("Brest");
  await choose("{");
  await expect(again.getByText("Ce fichier n’est pas un fichier d’environnements lisible")).toBeVisible();
});

test("secret values last as long as the tab, where that is wanted, and are never on the device", async ({ page, context }) => {
  await opened(page);
  const environments = await openPart(page, "Variables");
  await environments.getByRole("button", { name: "Nouvel environnement" }).click();
  await environments.getByRole("textbox", { name: "Nom 1" }).fill("cle");
  await environments.getByRole("checkbox", { name: "secrète" }).first().check();
  await environments.getByLabel("Valeur 1").fill(variable);
  await environments.getByLabel("Garder aussi les valeurs secrètes tant que cet onglet est ouvert").check();
  expectNoSecret(await page.evaluate(() => JSON.stringify(localStorage)));
  await opened(page);
  const again = await openPart(page, "Variables");
  await expect(again.getByLabel("Valeur 1")).toHaveValue(variable);
  const other = await context.newPage();
  await opened(other);
  await expect((await openPart(other, "Variables")).getByLabel("Valeur 1")).toHaveValue("");
  await other.close();
  await again.getByLabel("Garder aussi les valeurs secrètes tant que cet onglet est ouvert").uncheck();
  expectNoSecret(await page.evaluate(() => JSON.stringify(sessionStorage)));
});

test("calls are exported for other tools, without secrets", async ({ page }) => {
  await opened(page);
  await field(page, "mot").fill(told);
  await field(page, "api_key").fill(named);
  await call(page, "Lyon");
  const exports = await openPart(page, "Exporter");
  const [what, format] = ["Quoi", "Format"].map((name) => exports.getByRole("combobox", { name }));
  const download = () => exports.getByRole("button", { name: "Télécharger" }).click();
  for (const [chosen, kind, name, holds] of [
    ["cette requête", "HAR (avec les réponses)", "api-geo.har", "/anything"],
    ["les derniers appels", "HAR (avec les réponses)", "api-geo.har", "Lyon"],
    ["cette requête", "Postman", "api-geo.postman_collection.json", "rechercherCommunes"],
    ["les derniers appels", "Bruno", "api-geo.zip", "bruno.json"],
  ]) {
    await what.selectOption(chosen);
    await format.selectOption(kind);
    const file = await saved(page, download);
    expect(file.name).toBe(name);
    expect(file.text).toContain(holds);
    expectNoSecret(file.text);
  }
  await expect(exports.getByText("Le fichier est enregistré.")).toBeVisible();
});

test("a restricted API is answered from its document, and the page says so", async ({ page }) => {
  await open(page, "/apis/api-particulier/explorer?operation=lireBourseIne");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  const simulation = part(page, "Réponse simulée");
  await expect(simulation.getByText("L’accès à cette API demande une habilitation.")).toBeVisible();
  await simulation.getByRole("combobox", { name: "Réponse décrite" }).selectOption("404");
  await simulation.getByRole("button", { name: "Simuler la réponse" }).click();
  await expect(answer(page)).toBeFocused();
  await expect(answer(page).getByRole("heading").first()).toContainText(/404.*réponse simulée/s);
  await expect(answer(page)).toContainText("Dossier allocataire absent");
  await expect(answer(page)).not.toContainText("réponse réelle");
  await expectAccessible(page);
  const calls = await openPart(page, "Derniers appels (1)");
  await expect(calls.getByRole("listitem")).toContainText("réponse simulée");
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("who leaves while an answer is made leaves nothing behind", async ({ page }) => {
  await open(page, "/apis/api-particulier/explorer?operation=lireBourseIne");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  const make = page.getByRole("button", { name: "Simuler la réponse" });
  await make.waitFor();
  // One right after the other: the answer takes longer than that.
  await page.evaluate(() => {
    const press = (selector, text) => [...document.querySelectorAll(selector)].find((one) => one.textContent.trim() === text).click();
    press("button", "Simuler la réponse");
    press("header a", "Producteurs");
  });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Essayer cette opération" })).toBeVisible();
});

test.describe("where nothing answers", () => {
  const nobody = "http://127.0.0.1:1";
  test.use({ calledOrigins: [nobody], expectedErrors: [/ERR_/] });

  test("a simulated answer is offered, always the same for a seed", async ({ page }) => {
    await opened(page, { server: nobody });
    const simulation = part(page, "Réponse simulée");
    await expect(simulation).not.toHaveAttribute("open");
    await sendButton(page).click();
    await expect(simulation.getByText("L’appel n’a pas abouti.")).toBeVisible();
    const seen = [];
    for (const seed of ["7", "8", "7"]) {
      await simulation.getByRole("spinbutton", { name: "Graine" }).fill(seed);
      await simulation.getByRole("button", { name: "Simuler la réponse" }).click();
      await expect(answer(page)).toContainText("réponse simulée");
      await expect(answer(page)).toContainText("rang");
      await expect.poll(async () => (await answer(page).textContent()).match(/"?rang"?: ?(\d+)/)?.[1]).toBeTruthy();
      seen.push((await answer(page).textContent()).match(/"?rang"?: ?(\d+)/)[1]);
    }
    expect(seen[2]).toBe(seen[0]);
    await simulation.getByRole("combobox", { name: "Format" }).selectOption("text/csv");
    await simulation.getByRole("button", { name: "Simuler la réponse" }).click();
    await expect(answer(page)).toContainText("text/csv");
  });
});

test("the calls of an API are together, whichever of its documents they were made from", async ({ page }) => {
  // A second document of the same API, which reads as the first.
  await page.context().route("**/data/explorer/api-geo/1/**", async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace("/api-geo/1/", "/api-geo/0/") }) }));
  await opened(page);
  await call(page, "Auch");
  await page.context().route("**/data/openapi/api-geo/1.json", async (route) =>
    route.fulfill({ response: await route.fetch({ url: route.request().url().replace("/1.json", "/0.json") }) }));
  await open(page, "/apis/api-geo/explorer?document=1&operation=rechercherCommunes");
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await sendButton(page).waitFor();
  const history = await openPart(page, "Derniers appels");
  await expect(history.getByRole("listitem")).toHaveCount(1);
  await expect(history.getByRole("listitem")).toContainText("Document 1");
  await history.getByRole("button", { name: /^Reprendre/ }).click();
  await expect(page).not.toHaveURL(/document=1/);
  await expect(field(page, "nom")).toHaveValue("Auch");
});
