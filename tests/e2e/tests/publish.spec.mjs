// From the wizard to those who publish: every channel, against servers that keep what they were sent.
import { readFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogueWithFolder } from "../catalogue.mjs";
import { expect, expectAccessible, open, test } from "../fixtures.mjs";
import { forge } from "../servers/addresses.mjs";
import { BASE, kinds, REPOSITORY, TOKEN } from "../servers/forges.mjs";
import { answer, begin, beginWithDocument, described, field, goTo, saved } from "../wizard.mjs";

const SPACE = "publish";
const SLUG = "api-bornes-de-recharge";
const names = { github: "GitHub", gitlab: "GitLab", forgejo: "Forgejo" };
const PAGE = `public/apis/${SLUG}/index.md`;

test.use({
  calledOrigins: [[forge], { option: true }],
  // Browsers tell of every answer that is no success.
  expectedErrors: [[/Failed to load resource|net::ERR|CORS policy/, /^$/], { option: true }],
});
test.describe.configure({ mode: "default" });

let site;
test.beforeAll(() => {
  const added = mkdtempSync(join(tmpdir(), "publication-"));
  const given = JSON.parse(readFileSync(new URL("../../../public/site.json", import.meta.url)));
  const address = (kind) => ({ kind, url: `${forge}/${SPACE}/${kind}`, repository: REPOSITORY, branch: BASE, folder: "public" });
  const publication = [...kinds.map(address), { kind: "post", url: `${forge}/${SPACE}/post` }, { kind: "mail", email: "catalogue+api@example.gouv.fr" }];
  writeFileSync(join(added, "site.json"), JSON.stringify({ ...given, publication }));
  site = catalogueWithFolder(added);
  rmSync(added, { recursive: true });
});
test.afterAll(() => site.remove());

/** What the servers hold. */
const held = async () => (await fetch(`${forge}/${SPACE}`)).json();
/** Begins afresh; the servers fail as `fail` says. */
const afresh = (fail = []) => fetch(`${forge}/${SPACE}`, { method: "PUT", body: JSON.stringify({ fail }) });

const channel = (page, title) => page.locator(".wizard__channel").filter({ has: page.getByRole("heading", { name: title }) });
const merge = (page, kind) => channel(page, `Proposer une modification sur ${names[kind]}`);
const send = (where) => where.getByRole("button", { name: /^(Créer la demande|Envoyer$|Réessayer$)/ });
const token = (where) => where.getByLabel(/^Jeton d’accès/);

/** A draft that can be published, at its last step. */
async function ready(page) {
  await site.serve(page);
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "review");
  await expect(page.getByText("La page peut être publiée.")).toBeVisible();
}

/** What a space holds of the page, once. */
async function expectOnce(kind) {
  const { [kind]: one, faults } = await held();
  expect(faults).toEqual([]);
  expect(one.requests).toHaveLength(1);
  const { branch, title, body } = one.requests[0];
  expect(title).toContain(described.info.title);
  expect(body).toContain(described.info.summary);
  const files = one.branches[branch];
  expect(Buffer.from(files[PAGE], "base64").toString()).toContain(`title: ${described.info.title}`);
  expect(Buffer.from(files[`public/apis/${SLUG}/openapi.json`], "base64").toString()).toBe(JSON.stringify(described));
  expect(Object.keys(files)).toHaveLength(2);
  expect(one.branches[BASE]).toEqual({});
}

for (const kind of kinds) {
  test(`a merge request is opened on ${names[kind]}, once, with a token that nothing keeps`, async ({ page }) => {
    await afresh();
    await ready(page);
    const where = merge(page, kind);
    await send(where).click();
    await expect(where.getByText("Collez un jeton")).toBeVisible();
    await expect(token(where)).toBeFocused();
    await expect(token(where)).toHaveAccessibleDescription(/Collez un jeton/);
    await token(where).fill("other-token");
    await send(where).click();
    await expect(where.getByRole("alert")).toContainText("401");
    await expect(where.getByRole("alert")).toContainText("Rien n’est perdu");
    await expectAccessible(page);
    await token(where).fill(TOKEN);
    await token(where).press("Tab");
    await send(where).press("Enter");
    await expect(where.getByRole("status")).toContainText("Envoyé.");
    await expect(where.getByRole("status").getByRole("link")).toHaveAttribute("href", new RegExp(`^${forge}/${SPACE}/${kind}/`));
    await expectOnce(kind);
    const before = await held();
    await expect(send(where)).toHaveAttribute("aria-disabled", "true");
    await send(where).dispatchEvent("click");
    await expect(where.getByRole("status")).toContainText("Envoyé.");
    await expectOnce(kind);
    expect((await held())[kind].commits).toEqual(before[kind].commits);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]));
    expect(kept).not.toContain(TOKEN);
    await page.reload();
    await expect(page.locator(".wizard__receipts").getByRole("row").nth(1)).toContainText(names[kind]);
    await expect(token(merge(page, kind))).toHaveValue("");
    // The same files in another page: what is there is found again.
    await token(merge(page, kind)).fill(TOKEN);
    await send(merge(page, kind)).click();
    await expect(merge(page, kind).getByRole("status")).toContainText("Envoyé.");
    await expectOnce(kind);
  });

  test(`whatever ${names[kind]} answers, everything is kept, and sending again sends nothing twice`, async ({ page }) => {
    test.setTimeout(90_000);
    const opening = kind === "gitlab" ? "merge_requests" : "pulls";
    await afresh([
      { on: `GET /${kind}`, status: 403 },
      { on: `GET /${kind}`, status: 500 },
      { on: `POST /${kind}`, status: 0, after: true },
      { on: `POST /${kind}`, status: 422, times: 5 },
      { on: `POST /${kind}`, status: 409, times: 5 },
      { on: `POST /${kind}`, status: 503, headers: { "Retry-After": "7" } },
      { on: `POST ${opening}`, status: 500, after: true },
    ]);
    await ready(page);
    const where = merge(page, kind);
    await token(where).fill(TOKEN);
    const said = new Set();
    for (let tries = 0; tries < 20; tries += 1) {
      await send(where).click();
      const followed = where.getByText("Suivre la demande");
      await expect(where.getByRole("alert").filter({ hasText: /\S/ }).or(followed)).toBeVisible();
      if ((await followed.count()) > 0) break;
      said.add((await where.getByRole("alert").textContent()).replace(/\s+/g, " "));
      await expect(token(where)).toHaveValue(TOKEN);
    }
    await expect(where.getByRole("status")).toContainText("Envoyé.");
    for (const status of ["403", "500", "422", "409", "503"]) expect([...said].join("\n")).toContain(status);
    expect([...said].join("\n")).toContain("7");
    await expectOnce(kind);
  });
}

for (const kind of kinds) {
  test(`without a network, when nothing comes, or when it is stopped, what goes to ${names[kind]} can be sent again`, async ({ page, context }) => {
    // The wait for an answer is of 30 seconds.
    test.setTimeout(90_000);
    await afresh([{ on: `GET /${kind}`, wait: 120_000 }, { on: `GET /${kind}`, wait: 120_000 }]);
    await ready(page);
    const where = merge(page, kind);
    await token(where).fill(TOKEN);
    await context.setOffline(true);
    await send(where).click();
    await expect(where.getByRole("alert")).toContainText(/réseau|hors ligne/);
    await context.setOffline(false);
    await send(where).click();
    await expect(where.getByRole("status")).toContainText("Création de la branche…");
    await expect.poll(async () => (await held()).calls.length).toBe(1);
    await expect(where.getByRole("alert")).toContainText(/temps|tarde|pas répondu/, { timeout: 35_000 });
    await send(where).click();
    await expect.poll(async () => (await held()).calls.length).toBe(2);
    await where.getByRole("button", { name: "Arrêter" }).click();
    await expect(where.getByRole("alert")).toContainText("Rien n’est perdu");
    await send(where).click();
    await expect(where.getByRole("status")).toContainText("Envoyé.");
    await expectOnce(kind);
  });
}

test("without a network, when nothing comes, or when it is stopped, what goes to the operator can be sent again", async ({ page, context }) => {
  test.setTimeout(90_000);
  await afresh([{ on: "POST /post", wait: 120_000 }, { on: "POST /post", wait: 120_000 }]);
  await ready(page);
  const where = channel(page, "Envoyer à l’équipe du catalogue");
  await context.setOffline(true);
  await send(where).click();
  await expect(where.getByRole("alert")).toContainText(/réseau|hors ligne/);
  await context.setOffline(false);
  await send(where).click();
  await expect.poll(async () => (await held()).calls.length).toBe(1);
  await where.getByRole("button", { name: "Arrêter" }).click();
  await expect(where.getByRole("alert")).toContainText("Rien n’est perdu");
  await send(where).click();
  await expect.poll(async () => (await held()).calls.length).toBe(2);
  // The second one waits in vain, and is sent again by itself.
  await expect(where.getByRole("status")).toContainText("Envoyé.", { timeout: 45_000 });
  expect((await held()).submissions).toHaveLength(1);
});

test("what is corrected after it was sent goes to the same merge request", async ({ page }) => {
  await afresh();
  await ready(page);
  for (const kind of kinds) {
    await token(merge(page, kind)).fill(TOKEN);
    await send(merge(page, kind)).click();
    await expect(merge(page, kind).getByRole("status")).toContainText("Envoyé.");
  }
  await goTo(page, "description");
  await field(page, "coverage").fill("France corrigée");
  await goTo(page, "review");
  for (const kind of kinds) {
    await token(merge(page, kind)).fill(TOKEN);
    await send(merge(page, kind)).click();
    await expect(merge(page, kind).getByRole("status")).toContainText("Envoyé.");
    await expectOnce(kind);
    const { [kind]: one } = await held();
    expect(Buffer.from(one.branches[one.requests[0].branch][PAGE], "base64").toString()).toContain("France corrigée");
  }
});

test("what is sent again on another day is the same submission", async ({ page }) => {
  await afresh([{ on: "POST /post", status: 422 }]);
  await page.clock.setFixedTime(new Date("2026-11-26T10:00:00Z"));
  await ready(page);
  const where = channel(page, "Envoyer à l’équipe du catalogue");
  await send(where).click();
  await expect(where.getByRole("alert")).toContainText("422");
  await page.clock.setFixedTime(new Date("2026-11-28T10:00:00Z"));
  await page.reload();
  await send(where).click();
  await expect(where.getByRole("status")).toContainText("Envoyé.");
  const { submissions, calls } = await held();
  expect([submissions.length, calls.length]).toEqual([1, 2]);
  expect(submissions[0].files[0].content).toContain("updated: 2026-11-26");
});

test("an address of the operator gets everything once, tried again after what may pass", async ({ page }) => {
  await afresh([
    { on: "POST /post", status: 503, headers: { "Retry-After": "1" }, after: true },
    { on: "POST /post", status: 0, after: true },
  ]);
  await ready(page);
  const where = channel(page, "Envoyer à l’équipe du catalogue");
  await send(where).click();
  await expect(where.getByRole("status")).toContainText("Nouvel essai dans quelques secondes");
  await expect(where.getByRole("status")).toContainText("Envoyé.", { timeout: 15_000 });
  await expect(where.getByRole("link")).toHaveAttribute("href", `${forge}/${SPACE}/post/1`);
  const { submissions, faults, calls } = await held();
  expect([submissions.length, faults, calls.length]).toEqual([1, [], 3]);
  expect(submissions[0].title).toContain(described.info.title);
  // What is not published goes to the team only.
  expect(submissions[0].files.map(({ path }) => path)).toEqual([`apis/${SLUG}/index.md`, `apis/${SLUG}/openapi.json`, `team/${SLUG}.json`]);
  await expect(page.locator(".wizard__receipts").getByRole("row").nth(1)).toContainText("envoi à l’équipe");
});

for (const status of [401, 409, 422]) {
  test(`a refusal of the operator (${status}) is told in its words, and changes nothing`, async ({ page }) => {
    await afresh([{ on: "POST /post", status }]);
    await ready(page);
    const where = channel(page, "Envoyer à l’équipe du catalogue");
    await send(where).click();
    await expect(where.getByRole("alert")).toContainText(`The test asked for ${status}`);
    await expect(page.getByText("La page peut être publiée.")).toBeVisible();
    await expect(page.getByText("Rien n’a encore été envoyé.")).toBeVisible();
    await send(where).click();
    await expect(where.getByRole("status")).toContainText("Envoyé.");
    expect((await held()).submissions).toHaveLength(1);
  });
}

test("the page “new file” of each forge opens filled in, or says what is to be pasted", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await afresh();
  await ready(page);
  for (const kind of kinds) {
    const where = merge(page, kind);
    await where.getByText("Sans jeton").click();
    const [popup] = await Promise.all([context.waitForEvent("page"), where.getByRole("link", { name: "index.md" }).click()]);
    await expect(popup.getByLabel("Name")).toHaveValue(PAGE);
    if (kind === "gitlab") {
      await where.getByRole("button", { name: `Copier le contenu de apis/${SLUG}/index.md` }).click();
      await expect(where.getByRole("status").filter({ hasText: /\S/ })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`title: ${described.info.title}`);
    } else {
      await expect(popup.getByLabel("Content")).toHaveValue(new RegExp(`title: ${described.info.title}`));
    }
    await popup.close();
  }
  await expect(page.locator(".wizard__receipts")).toContainText("page de la forge ouverte (GitLab)");
  await expectAccessible(page);
});

test("a message holds everything, or names the archive to attach", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await ready(page);
  const where = channel(page, "Envoyer par courriel");
  const href = await where.getByRole("link", { name: "Écrire le message" }).getAttribute("href");
  expect(href.length).toBeLessThanOrEqual(2_000);
  const message = new URL(href);
  expect(decodeURIComponent(message.pathname)).toBe("catalogue+api@example.gouv.fr");
  expect(message.searchParams.get("subject")).toContain(described.info.title);
  expect(message.searchParams.get("body")).toContain(`${SLUG}.zip`);
  const zip = await saved(page, () => where.getByRole("button", { name: `${SLUG}.zip` }).click());
  expect(readFileSync(zip.path).subarray(0, 2).toString()).toBe("PK");
  await where.getByRole("button", { name: "Copier le message entier" }).click();
  await expect(where.getByRole("status").filter({ hasText: /\S/ }).first()).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(JSON.stringify(described));
});

test("the description is copied in the forms of others", async ({ page }) => {
  await ready(page);
  await page.getByText("La même description sous d’autres formes").click();
  const copy = async (name) => readFileSync((await saved(page, () => page.getByRole("button", { name }).click())).path, "utf8");
  expect(JSON.parse(await copy(/^Dataservice/))).toMatchObject({ title: described.info.title, access_type: "open" });
  expect(JSON.parse(await copy(/^Contact pour data/))).toMatchObject({ email: described.info.contact.email });
  expect(await copy(/^Fiche de l’ancien/)).toContain(`title: ${described.info.title}`);
  await page.getByRole("button", { name: /^Overlay/ }).click();
  await expect(page.getByText("il n’y a rien à ajouter")).toBeVisible();
  await goTo(page, "description");
  await field(page, "terms").fill("https://bornes.example.gouv.fr/cgu");
  await goTo(page, "review");
  await page.getByText("La même description sous d’autres formes").click();
  const overlay = JSON.parse(await copy(/^Overlay/));
  expect(JSON.stringify(overlay)).toContain("https://bornes.example.gouv.fr/cgu");
  expect([overlay.overlay, overlay.actions.length > 0]).toEqual([expect.stringMatching(/^1\./), true]);
  await expectAccessible(page);
});

test("who has no document gets a first one", async ({ page }) => {
  await begin(page);
  await goTo(page, "review");
  await expect(page.getByText("La page ne peut pas être envoyée")).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Proposer une modification/ })).toHaveCount(0);
  await page.getByText("La même description sous d’autres formes").click();
  const file = await saved(page, () => page.getByRole("button", { name: /^Premier document/ }).click());
  expect(readFileSync(file.path, "utf8")).toMatch(/^openapi: /);
});

test("what the site does not declare is not offered", async ({ page }) => {
  await open(page, "/reference");
  await beginWithDocument(page);
  await answer(page);
  await goTo(page, "review");
  await expect(page.getByRole("heading", { name: "Une archive à transmettre vous-même" })).toBeVisible();
  await expect(page.locator(".wizard__channel")).toHaveCount(1);
});

test("channels fit on a phone", async ({ page }) => {
  await afresh();
  await ready(page);
  await page.setViewportSize({ width: 320, height: 700 });
  for (const summary of await page.locator(".wizard__channel summary").all()) await summary.click();
  await send(merge(page, "github")).click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectAccessible(page);
});
