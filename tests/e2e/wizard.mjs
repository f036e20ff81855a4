// What tests of the wizard do as a producer does.
import { expect, open } from "./fixtures.mjs";

export const steps = ["prerequisites", "description", "producer", "technical", "access", "service-level", "contact", "review"];

export const described = {
  openapi: "3.1.0",
  info: {
    title: "API Bornes de recharge",
    summary: "Où recharger un véhicule électrique",
    description: "Positions et états des bornes de recharge ouvertes au public.",
    version: "2.1.0",
    contact: { email: "bornes@example.gouv.fr" },
    license: { name: "Licence ouverte 2.0", url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence/" },
  },
  servers: [{ url: "https://bornes.example.gouv.fr/v2" }],
  tags: [{ name: "Bornes" }],
  paths: {
    "/bornes": {
      get: {
        operationId: "listerBornes",
        summary: "Lister les bornes",
        tags: ["Bornes"],
        responses: { 200: { description: "Les bornes", content: { "application/json": { schema: { type: "array", items: { type: "object" } } } } } },
      },
    },
  },
};

export const field = (page, question) => page.locator(`#q-${question}`);
export const step = (page, id) => page.getByRole("navigation", { name: "Étapes" }).getByRole("link").nth(steps.indexOf(id));
export const draftId = (page) => new URL(page.url()).searchParams.get("draft");

export async function goTo(page, id) {
  await step(page, id).click();
  await expect(step(page, id)).toHaveAttribute("aria-current", "step");
}

/** A draft that begins with nothing. */
export async function begin(page) {
  await open(page, "/reference");
  await page.getByRole("button", { name: "Commencer sans rien" }).click();
  await expect(page).toHaveURL(/draft=/);
}

/** A draft that begins with the document. */
export async function beginWithDocument(page) {
  await open(page, "/reference");
  await page.locator("#wizard-begin-file").setInputFiles({ name: "openapi.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(described)) });
  await expect(page).toHaveURL(/draft=/);
  await expect(page.locator(".lead")).toHaveText(described.info.title);
}

/** Answers that the document does not give. */
export async function answer(page) {
  await field(page, "mission").getByRole("radio").first().check();
  await goTo(page, "description");
  await expect(field(page, "title")).toHaveValue(described.info.title);
  await expect(page.getByText("Repris du document OpenAPI").first()).toBeVisible();
  for (const question of ["tagline", "uses", "usage"]) {
    if ((await field(page, question).inputValue()) === "") await field(page, question).fill("Trouver une borne *libre* : « près » de soi & vite <b>");
  }
  await field(page, "themes").getByRole("checkbox").first().check();
  await goTo(page, "producer");
  await field(page, "producer").selectOption({ index: 2 });
  await goTo(page, "technical");
  await field(page, "trial").getByRole("radio").first().check();
  await goTo(page, "access");
  await field(page, "access").getByRole("radio").first().check();
  await goTo(page, "contact");
  if ((await field(page, "contact-email").inputValue()) === "") await field(page, "contact-email").fill("bornes@example.gouv.fr");
}

/** Deletes the first draft of the list: the page asks twice, and keeps it as easily. */
export async function deleteFirst(page) {
  const ask = page.locator(".wizard__drafts").getByRole("button", { name: /^Supprimer\s*:/ }).first();
  await ask.click();
  await expect(page.locator(".wizard__sure")).toBeFocused();
  await page.locator(".wizard__drafts").getByRole("button", { name: /^Garder/ }).click();
  await expect(ask).toBeFocused();
  await ask.click();
  await page.locator(".wizard__sure").click();
}

/** What `act` downloads. */
export async function saved(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), path: await download.path() };
}
