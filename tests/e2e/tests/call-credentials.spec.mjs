// Keys, accounts and tokens that a person types: where they go, where they do not, how long they are kept.
import { answer, describe, send, traces, tryIt } from "../credentials.mjs";
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { echo } from "../servers/addresses.mjs";

/** The same server under another name. */
const elsewhere = echo.replace("127.0.0.1", "localhost");
const secret = "kv-9f8e7d6c5b4a";

test.use({ calledOrigins: [echo, elsewhere] });

const schemes = {
  header: { type: "apiKey", in: "header", name: "X-Api-Key" },
  query: { type: "apiKey", in: "query", name: "key" },
  cookie: { type: "apiKey", in: "cookie", name: "session" },
  basic: { type: "http", scheme: "basic" },
  bearer: { type: "http", scheme: "bearer" },
  digest: { type: "http", scheme: "digest" },
  tls: { type: "mutualTLS" },
};
const asking = (...names) => ({ server: echo, schemes, calls: [["/anything", names.map((name) => (name ? { [name]: [] } : {}))]] });
/** An operation that the server redirects to another origin: httpbin takes where to from the query. */
const redirecting = (name) => ({
  server: echo,
  schemes,
  calls: [["/redirect-to", [{ [name]: [] }], undefined, { name: "url", in: "query", schema: { type: "string" } }]],
});
const redirectElsewhere = (page) => page.getByRole("textbox", { name: /^url/ }).fill(`${elsewhere}/anything`);
const ask = (page) => page.locator("#call-answer");

for (const [name, fill, read] of [
  ["header", { "Clé ou jeton": secret }, ({ headers }) => headers["X-Api-Key"]],
  ["query", { "Clé ou jeton": secret }, ({ args }) => args.key],
  ["bearer", { "Clé ou jeton": secret }, ({ headers }) => headers.Authorization.replace("Bearer ", "")],
  [
    "basic",
    { "Nom d’utilisateur": "ada", "Mot de passe": secret },
    ({ headers }) => Buffer.from(headers.Authorization.replace("Basic ", ""), "base64").toString().replace("ada:", ""),
  ],
]) {
  test(`${name}: what is typed arrives where it should, and shows nowhere`, async ({ page }) => {
    await describe(page, asking(name));
    const form = await tryIt(page);
    for (const [label, value] of Object.entries(fill)) await form.getByLabel(label, { exact: true }).fill(value);
    await expect(form.getByText(echo)).toBeVisible();
    await expect(page.getByRole("group", { name: "Ce qui sera envoyé" })).toContainText("GET");
    expect(await traces(page)).not.toContain(secret);
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe("{}");
    await expectAccessible(page);
    expect(read(await send(page))).toBe(secret);
  });
}

for (const [name, note] of [
  ["cookie", /la clé n’est pas envoyée d’ici/],
  ["digest", /curl --digest/],
  ["tls", /curl --cert/],
  ["query", /journaux/],
]) {
  test(`${name}: what a page cannot do, or who may see it, is said`, async ({ page }) => {
    await describe(page, asking(name));
    await expect((await tryIt(page)).getByText(note)).toBeVisible();
  });
}

test("only what the chosen way asks for is sent", async ({ page }) => {
  await describe(page, asking("header", "bearer", ""));
  const form = await tryIt(page);
  await form.getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  const way = form.getByLabel("Moyen d’authentification");
  await way.selectOption({ label: "jeton Bearer" });
  await form.getByLabel("Clé ou jeton", { exact: true }).fill("other-token-0123");
  let { headers } = await send(page);
  expect([headers.Authorization, headers["X-Api-Key"]]).toEqual(["Bearer other-token-0123", undefined]);
  await way.selectOption({ label: "sans authentification" });
  ({ headers } = await send(page));
  expect([headers.Authorization, headers["X-Api-Key"]]).toEqual([undefined, undefined]);
  await way.selectOption({ index: 0 });
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue(secret);
});

test("nothing goes to another origin without the question", async ({ page }) => {
  await describe(page, asking("header"));
  const form = await tryIt(page);
  await form.getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  const sent = [];
  page.on("request", (request) => request.url().startsWith(elsewhere) && sent.push(request));
  await page.getByLabel("Serveur", { exact: true }).selectOption({ label: "Une autre adresse" });
  await page.getByLabel("Adresse du serveur").fill(elsewhere);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(ask(page)).toBeFocused();
  await expect(ask(page).getByRole("heading")).toHaveText("Envoyer vos identifiants à un autre serveur\u202f?");
  await expect(ask(page)).toContainText(elsewhere);
  await expect(ask(page).getByRole("listitem")).toHaveText([echo]);
  await expectAccessible(page);
  await ask(page).getByRole("button", { name: "Annuler" }).click();
  await expect(ask(page)).toHaveCount(0);
  expect(sent).toEqual([]);

  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await ask(page).getByRole("button", { name: "Envoyer sans" }).click();
  await expect(ask(page).getByText("réponse réelle")).toBeVisible();
  expect((await answer(page)).headers["X-Api-Key"]).toBe(undefined);

  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await ask(page).getByRole("button", { name: "Envoyer avec mes identifiants" }).click();
  await expect(ask(page).getByText("réponse réelle")).toBeVisible();
  expect((await answer(page)).headers["X-Api-Key"]).toBe(secret);
  // Agreed once: listed, and not asked again.
  await expect(form.getByRole("listitem")).toHaveText([echo, elsewhere]);
  expect((await send(page)).headers["X-Api-Key"]).toBe(secret);
});

test("credentials go in clear to nobody on the internet", async ({ page }) => {
  await describe(page, asking("header"));
  await (await tryIt(page)).getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  await page.getByLabel("Serveur", { exact: true }).selectOption({ label: "Une autre adresse" });
  await page.getByLabel("Adresse du serveur").fill("http://api.example.fr");
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(ask(page)).toContainText("la connexion n’est pas chiffrée");
});

test("a key in a header follows a redirection only when the person says so", async ({ page }) => {
  await describe(page, redirecting("header"));
  await (await tryIt(page)).getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  await redirectElsewhere(page);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await expect(ask(page).getByRole("heading")).toHaveText("L’API redirige cet appel");
  await expect(ask(page)).toContainText("X-Api-Key");
  await ask(page).getByRole("button", { name: "Suivre sans" }).click();
  await expect(ask(page)).toContainText("Adresse finale");
  expect((await answer(page)).headers["X-Api-Key"]).toBe(undefined);
  await page.getByRole("button", { name: "Envoyer", exact: true }).click();
  await ask(page).getByRole("button", { name: "Suivre avec mes identifiants" }).click();
  await expect(ask(page)).toContainText("Adresse finale");
  expect((await answer(page)).headers["X-Api-Key"]).toBe(secret);
});

test("a token follows no redirection to another origin: browsers see to it", async ({ page }) => {
  await describe(page, redirecting("bearer"));
  await (await tryIt(page)).getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  await redirectElsewhere(page);
  expect((await send(page)).headers.Authorization).toBe(undefined);
});

test("another operation has them too; a reload forgets them, unless they are kept in the tab", async ({ page }) => {
  const calls = [["/anything/a", [{ header: [] }]], ["/anything/b", [{ header: [] }]]];
  await describe(page, { server: echo, schemes, calls });
  let form = await tryIt(page);
  await form.getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  await page.getByRole("navigation", { name: "Opérations" }).getByRole("link", { name: /Rechercher des départements/ }).click();
  await page.getByRole("button", { name: "Essayer cette opération" }).click();
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue(secret);
  expect((await send(page)).headers["X-Api-Key"]).toBe(secret);

  form = await tryIt(page, 1);
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue("");
  await form.getByLabel("Clé ou jeton", { exact: true }).fill(secret);
  await form.getByLabel("Les garder jusqu’à la fermeture de cet onglet").check();
  form = await tryIt(page);
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue(secret);
  await expect(form.getByLabel("Les garder jusqu’à la fermeture de cet onglet")).toBeChecked();
  expect((await send(page)).headers["X-Api-Key"]).toBe(secret);

  await form.getByRole("button", { name: "Oublier tous les identifiants" }).click();
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue("");
  await expect(form).toBeFocused();
  await expect(form.getByRole("status")).toHaveText("Identifiants oubliés.");
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(secret);
  form = await tryIt(page);
  await expect(form.getByLabel("Clé ou jeton", { exact: true })).toHaveValue("");
});

test("the whole journey by keyboard, at 320 px", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await describe(page, asking("basic"));
  const form = await tryIt(page);
  await form.getByLabel("Nom d’utilisateur").focus();
  await page.keyboard.type("ada");
  await page.keyboard.press("Tab");
  await page.keyboard.type(secret);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(form.getByLabel("Mot de passe", { exact: true })).toHaveAttribute("type", "text");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(ask(page).getByText("réponse réelle")).toBeVisible();
  await expect(ask(page)).toBeFocused();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
