// Tokens from a real OpenID provider (servers/oidc.mjs) and from an OAuth 2 server (servers/oauth.mjs).
import { answer, describe, send, traces, tryIt } from "../credentials.mjs";
import { expect, expectAccessible, test } from "../fixtures.mjs";
import { echo, oauth, oidc, site } from "../servers/addresses.mjs";

test.use({
  calledOrigins: [echo, oauth, oidc],
  // What authorization servers refuse, browsers log; and that a window of theirs, which knows no opener, stays open.
  expectedErrors: [/the server responded with a status of 40[0-9]|Unsafe attempt to initiate navigation/],
});

const code = {
  authorizationUrl: `${oidc}/auth`,
  tokenUrl: `${oidc}/token`,
  scopes: { openid: "Qui vous êtes", read: "Lire", write: "Écrire" },
};
const schemes = {
  code: { type: "oauth2", flows: { authorizationCode: code } },
  openid: { type: "openIdConnect", openIdConnectUrl: `${oidc}/.well-known/openid-configuration` },
  client: { type: "oauth2", flows: { clientCredentials: { tokenUrl: `${oidc}/token`, scopes: { read: "Lire" } } } },
  password: { type: "oauth2", flows: { password: { tokenUrl: `${oauth}/token`, scopes: {} } } },
  implicit: { type: "oauth2", flows: { implicit: { authorizationUrl: `${echo}/implicit`, scopes: { read: "Lire" } } } },
  device: {
    type: "oauth2",
    flows: { deviceAuthorization: { deviceAuthorizationUrl: `${oidc}/device/auth`, tokenUrl: `${oidc}/token`, scopes: { read: "Lire" } } },
  },
  unreadable: { type: "oauth2", flows: { clientCredentials: { tokenUrl: `${echo}/cors/refused/anything`, scopes: {} } } },
  redirecting: { type: "oauth2", flows: { clientCredentials: { tokenUrl: `${echo}/redirect-to?status_code=307&url=${encodeURIComponent(`${echo}/anything`)}`, scopes: {} } } },
  inClear: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "http://auth.example.fr/token", scopes: {} } } },
};
const me = (name, ...scopes) => ({ server: oidc, schemes, calls: [["/api/me", [{ [name]: scopes }]]] });
const get = (form) => form.getByRole("button", { name: "Obtenir un jeton" });
const held = (form) => form.locator(".credentials__held");
const clientId = (form) => form.getByLabel("Identifiant du client (client_id)");
const clientSecret = (form) => form.getByRole("textbox", { name: /^Secret du client/ });

/** Asks for a token, and gives the page of the provider. */
async function popup(page, form, client = "explorer") {
  await clientId(form).fill(client);
  const opened = page.waitForEvent("popup");
  await get(form).click();
  const window = await opened;
  await window.waitForURL(/interaction/);
  return window;
}

async function signIn(window) {
  await window.getByLabel("Compte").fill("ada");
  await window.getByRole("button", { name: "Accepter" }).click();
}

test("authorization code and PKCE: a token, the call, another token, none", async ({ page }) => {
  await describe(page, me("code", "openid", "read"));
  const form = await tryIt(page);
  await expect(form.getByLabel(/^read/)).toBeChecked();
  await expect(form).toContainText(`La page d’autorisation est celle de ${oidc}`);
  await expect(form).toContainText(`Ce que vous saisissez ici n’est envoyé qu’à ${oidc}`);
  await expect(form).toContainText(`${site}/authorization`);
  await expectAccessible(page);
  const window = await popup(page, form);
  const asked = new URL(window.url());
  expect(asked.origin).toBe(oidc);
  await expect(form.getByRole("status").first()).toContainText("La page d’autorisation est ouverte");
  await signIn(window);
  await expect(held(form)).toBeVisible();
  await expect(held(form)).toBeFocused();
  expect(window.isClosed()).toBe(true);
  await expect(held(form)).toContainText(/Jeton\u202f: \S{2}••••••\S{2}/);
  await expect(held(form)).toContainText(/Il expire à \d\d:\d\d/);
  await expect(held(form)).toContainText("Droits accordés\u202f: openid read");
  await expectAccessible(page);
  const first = await send(page);
  expect(first).toEqual({ subject: "ada", scope: "openid read" });
  const before = await held(form).getByRole("code").first().textContent();

  await form.getByRole("button", { name: "Renouveler le jeton" }).click();
  await expect(held(form).getByRole("code").first()).not.toHaveText(before);
  expect((await send(page)).subject).toBe("ada");

  await form.getByRole("button", { name: "Oublier", exact: true }).click();
  await expect(held(form)).toHaveCount(0);
  await expect(get(form)).toBeVisible();
});

test("the token is nowhere to be read", async ({ page }) => {
  await describe(page, me("code", "read"));
  const form = await tryIt(page);
  const given = page.waitForResponse((response) => response.url() === `${oidc}/token` && response.request().method() === "POST");
  await signIn(await popup(page, form));
  const token = (await (await given).json()).access_token;
  await expect(held(form)).toBeVisible();
  expect(await traces(page)).not.toContain(token);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(token);
  const used = page.waitForRequest(`${oidc}/api/me`);
  await send(page);
  expect(await (await used).headerValue("authorization")).toBe(`Bearer ${token}`);
  // The answer says who, not with what.
  expect(await traces(page)).not.toContain(token);
});

test("OpenID Connect: the server describes itself", async ({ page }) => {
  await describe(page, me("openid", "read"));
  const form = await tryIt(page);
  await expect(form).toContainText(oidc);
  await form.getByRole("button", { name: "Lire cette description" }).click();
  await expect(form.getByLabel("Façon d’obtenir un jeton")).toBeVisible();
  await expect(form.getByLabel("Façon d’obtenir un jeton").locator("option:checked")).toHaveText("page d’autorisation, avec code et PKCE");
  await signIn(await popup(page, form));
  await expect(held(form)).toContainText("openid");
  expect((await send(page)).subject).toBe("ada");
});

test("a refusal is said", async ({ page }) => {
  await describe(page, me("code", "read"));
  const form = await tryIt(page);
  const window = await popup(page, form);
  await window.getByRole("button", { name: "Refuser" }).click();
  await expect(form.getByRole("status").first()).toContainText("L’accès a été refusé");
  await expect(form.getByRole("status").first()).toContainText("La personne a refusé. »".replace(" »", "\u202f»"));
  await expect(held(form)).toHaveCount(0);
});

test("what lacks is said; giving up is possible, and a late answer is lost", async ({ page }) => {
  await describe(page, me("code", "read"));
  const form = await tryIt(page);
  await get(form).click();
  await expect(form.getByRole("alert").first()).toHaveText(/Saisissez l’identifiant du client/);
  await expect(clientId(form)).toBeFocused();
  const window = await popup(page, form);
  await form.getByRole("button", { name: "Annuler" }).click();
  await expect(form.getByRole("status").first()).toContainText("a été annulée");
  await signIn(window);
  await expect(window.getByRole("main").getByRole("status")).toHaveText(/Aucune page de l’explorateur n’attend cette réponse/);
  await expect(held(form)).toHaveCount(0);
});

test("a window closed too soon is said, and may still answer", async ({ page }) => {
  await describe(page, me("code", "read"));
  const form = await tryIt(page);
  const window = await popup(page, form);
  await window.close();
  await expect(form.getByRole("status").first()).toContainText("semble fermée");
});

test("an answer with another state is not used", async ({ page, context }) => {
  await describe(page, me("code", "read"));
  const form = await tryIt(page);
  const asked = context.waitForEvent("request", (request) => request.url().startsWith(`${oidc}/auth?`));
  await popup(page, form);
  const state = new URL((await asked).url()).searchParams.get("state");
  const other = await context.newPage();
  await other.goto("/about");
  await other.evaluate((state) => new BroadcastChannel(`authorization ${state}`).postMessage("?code=c&state=other"), state);
  await expect(form.getByRole("status").first()).toContainText("state différent");
  await expect(held(form)).toHaveCount(0);
});

test.describe("windows blocked", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      window.open = () => null;
    });
  });

  test("the authorization page takes the place of this one, and comes back", async ({ page }) => {
    await describe(page, me("code", "read"));
    let form = await tryIt(page);
    await clientId(form).fill("explorer");
    await get(form).click();
    await expect(form.getByRole("status").first()).toContainText("bloqué");
    await form.getByRole("button", { name: "Continuer dans cet onglet" }).click();
    await page.waitForURL(/interaction/);
    await signIn(page);
    await page.waitForURL(/\/apis\/api-geo\/explorer\?operation=/);
    form = page.getByRole("group", { name: "Authentification" });
    await expect(held(form)).toBeVisible();
    expect((await send(page)).subject).toBe("ada");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe("{}");
  });

  test("not with a secret, which would be lost", async ({ page }) => {
    await describe(page, me("code", "read"));
    const form = await tryIt(page);
    await clientId(form).fill("explorer-basic");
    await clientSecret(form).fill("basic:secret %+ 0123456789");
    await get(form).click();
    await expect(form.getByRole("status").first()).toContainText("ne survivrait pas");
    await expect(form.getByRole("button", { name: "Continuer dans cet onglet" })).toHaveCount(0);
  });
});

for (const [client, secret, by] of [
  ["explorer-basic", "basic:secret %+ 0123456789", "client_secret_basic"],
  ["explorer-form", "form-secret-0123456789", "client_secret_post"],
]) {
  test(`client credentials, ${by}`, async ({ page }) => {
    await describe(page, me("client", "read"));
    const form = await tryIt(page);
    await clientId(form).fill(client);
    await clientSecret(form).fill(secret);
    await form.getByLabel("Envoi du secret").selectOption(by);
    expect(await traces(page)).not.toContain(secret);
    await clientSecret(form).press("Enter");
    await expect(held(form)).toBeVisible();
    expect(await send(page)).toEqual({ subject: client, scope: "read" });
  });
}

test("a wrong secret is said", async ({ page }) => {
  await describe(page, me("client", "read"));
  const form = await tryIt(page);
  await clientId(form).fill("explorer-basic");
  await clientSecret(form).fill("wrong");
  await get(form).click();
  await expect(form.getByRole("status").first()).toContainText("invalid_client");
});

test("name and password, with a warning", async ({ page }) => {
  await describe(page, { server: echo, schemes, calls: [["/anything", [{ password: [] }]]] });
  const form = await tryIt(page);
  await expect(form.getByText("Vous donnez votre mot de passe à cette page")).toBeVisible();
  await form.getByLabel("Nom d’utilisateur").fill("ada");
  await form.getByLabel("Mot de passe", { exact: true }).fill("a-long-password");
  const asked = page.waitForRequest(`${oauth}/token`);
  await get(form).click();
  expect((await asked).postData()).toContain("grant_type=password&username=ada&password=a-long-password");
  await expect(held(form)).toBeVisible();
  await form.getByText("Demander un autre jeton").click();
  expect((await send(page)).headers.Authorization).toMatch(/^Bearer /);
});

test("implicit, with a warning", async ({ page, context }) => {
  await describe(page, { server: echo, schemes, calls: [["/anything", [{ implicit: ["read"] }]]] });
  await context.route(`${echo}/implicit?**`, (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const location = `${asked.get("redirect_uri")}#access_token=implicit-token-0123&token_type=Bearer&expires_in=60&state=${asked.get("state")}`;
    return route.fulfill({ status: 302, headers: { location } });
  });
  const form = await tryIt(page);
  await expect(form.getByText("Le jeton revient dans une adresse")).toBeVisible();
  await clientId(form).fill("explorer");
  await get(form).click();
  await expect(held(form)).toContainText("im••••••23");
  expect((await send(page)).headers.Authorization).toBe("Bearer implicit-token-0123");
});

test("a code typed on another device", async ({ page, context }) => {
  await describe(page, me("device", "read"));
  const form = await tryIt(page);
  await clientId(form).fill("explorer");
  await get(form).click();
  const shown = form.locator(".credentials__code");
  await expect(shown).toHaveText(/^[A-Z]{4}-[A-Z]{4}$/);
  await expectAccessible(page);
  const device = await context.newPage();
  await device.goto(await form.getByRole("link", { name: /device/ }).getAttribute("href"));
  // The code is in the address: what is left is to say so, then who one is.
  await device.getByRole("button", { name: "Continue" }).click();
  await signIn(device);
  await expect(held(form)).toBeVisible({ timeout: 20_000 });
  expect((await send(page)).scope).toBe("read");
});

test.describe("a token server that pages cannot read", () => {
  test.use({ expectedErrors: [/CORS policy|net::ERR_FAILED|status of 405/] });

  test("why, and the command, without the secret", async ({ page }) => {
    await describe(page, me("unreadable"));
    const form = await tryIt(page);
    await clientId(form).fill("explorer");
    await clientSecret(form).fill("unreadable-secret-0123");
    await get(form).click();
    const said = form.getByRole("status").first();
    await expect(said).toContainText("CORS");
    await said.getByText("La même requête en ligne de commande").click();
    await expect(said.getByRole("group", { name: "La même requête en ligne de commande" })).toContainText("grant_type=client_credentials");
    expect(await traces(page)).not.toContain("unreadable-secret-0123");
    await expectAccessible(page);
    await form.getByText("Coller un jeton déjà obtenu").click();
    await form.getByLabel("Jeton d’accès", { exact: true }).fill("pasted-token-0123");
    await expect(held(form)).toContainText("pa••••••23");
  });
});

test("a redirected request for a token is not followed", async ({ page }) => {
  const sent = [];
  page.on("request", (request) => request.url() === `${echo}/anything` && sent.push(request));
  await describe(page, me("redirecting"));
  const form = await tryIt(page);
  await clientId(form).fill("explorer");
  await clientSecret(form).fill("redirected-secret");
  await get(form).click();
  await expect(form.getByRole("status").first()).toContainText("Elle n’est pas suivie");
  expect(sent).toEqual([]);
});

test("no secret goes to a server in clear", async ({ page }) => {
  await describe(page, me("inClear"));
  const form = await tryIt(page);
  await clientId(form).fill("explorer");
  await clientSecret(form).fill("secret-in-clear");
  await get(form).click();
  await expect(form.getByRole("status").first()).toContainText("n’est pas chiffrée");
});

test("tokens kept in the tab survive a reload with what renews them", async ({ page }) => {
  await describe(page, me("code", "read"));
  let form = await tryIt(page);
  await signIn(await popup(page, form));
  await expect(held(form)).toBeVisible();
  await form.getByLabel("Les garder jusqu’à la fermeture de cet onglet").check();
  form = await tryIt(page);
  await expect(held(form)).toContainText("Droits accordés");
  expect((await send(page)).subject).toBe("ada");
  expect((await answer(page)).scope).toBe("read");
});
