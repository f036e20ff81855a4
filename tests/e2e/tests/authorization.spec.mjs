// The return page: an answer goes to the page that waits for it, and leaves no trace.
import { expect, open, test } from "../fixtures.mjs";

const code = "SplxlOBeZQQYbYS6WxSbIA";
const answer = `/authorization?code=${code}&state=xyz`;
const status = (page) => page.getByRole("main").getByRole("status");

/** A request that this tab left for (`Pending::write`). */
const pending = {
  version: 1,
  scheme: "oauth",
  response_type: "code",
  client_id: "explorer",
  redirect_uri: "https://catalogue.example.fr/authorization",
  token_endpoint: "https://server.example.com/token",
  state: "xyz",
  nonce: null,
  verifier: null,
  issuer: null,
  says_issuer: false,
  scopes: [],
  page: "/apis/api-geo/explorer",
};

/** A page of the site that waits for the answer to the request `state`, as the explorer does. */
async function waiting(context, state) {
  const page = await context.newPage();
  await page.goto("/about");
  await page.evaluate((state) => {
    window.received = new Promise((resolve) => {
      const channel = new BroadcastChannel(`authorization ${state}`);
      channel.onmessage = ({ data }) => {
        channel.postMessage("received");
        resolve(data);
      };
    });
  }, state);
  return page;
}

/** Neither the page, its address, its history, its storage nor its console holds the code. */
async function expectNoTrace(page, said) {
  expect(page.url()).not.toContain(code);
  const kept = await page.evaluate(() =>
    [document.documentElement.outerHTML, JSON.stringify({ ...localStorage, ...sessionStorage }), history.state].join(),
  );
  expect(kept).not.toContain(code);
  expect(said.join()).not.toContain(code);
}

function listen(page) {
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  return said;
}

test("an answer in the query goes to the page that waits for it", async ({ page, context }) => {
  const explorer = await waiting(context, "xyz");
  const said = listen(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.headers().referer ?? ""));
  await page.goto("/about");
  asked.length = 0;
  await page.goto(answer);
  await expect(status(page)).toHaveText(/Vous pouvez fermer cette fenêtre\./);
  expect(await explorer.evaluate(() => window.received)).toBe(`?code=${code}&state=xyz`);
  await expect(page).toHaveURL(/\/authorization$/);
  await expectNoTrace(page, said);
  expect(asked.join()).not.toContain(code);
  await page.goBack();
  await page.goForward();
  await expect(status(page)).toHaveText(/rien à faire ici/);
  await expectNoTrace(page, said);
});

test("so does an answer in the fragment", async ({ page, context }) => {
  const explorer = await waiting(context, "xyz");
  await page.goto(`/authorization#access_token=${code}&state=xyz`);
  await expect(status(page)).toHaveText(/Vous pouvez fermer cette fenêtre\./);
  expect(await explorer.evaluate(() => window.received)).toBe(`#access_token=${code}&state=xyz`);
  await expectNoTrace(page, []);
});

test("another request gets nothing, and the page says what to do", async ({ page, context }) => {
  const explorer = await waiting(context, "other");
  const said = listen(page);
  await page.goto(answer);
  await expect(status(page)).toHaveText(/Aucune page de l’explorateur n’attend cette réponse.*recommencez/);
  const received = await explorer.evaluate(() => Promise.race([window.received, Promise.resolve("nothing")]));
  expect(received).toBe("nothing");
  await expectNoTrace(page, said);
});

test("an answer for this tab goes back to the page it left", async ({ page }) => {
  await page.goto("/about");
  await page.evaluate((text) => sessionStorage.setItem("authorization-pending", text), JSON.stringify(pending));
  await page.goto(answer);
  await expect(page).toHaveURL(/\/apis\/api-geo\/explorer$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/API/);
  // The explorer takes it, once.
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...sessionStorage }))).toBe("{}");
});

test("a hostile page to come back to leads nowhere", async ({ page }) => {
  await page.goto("/about");
  const hostile = JSON.stringify({ ...pending, page: "//evil.example/" });
  await page.evaluate((text) => sessionStorage.setItem("authorization-pending", text), hostile);
  await page.goto(answer);
  // The page waits three seconds for an answer.
  await expect(status(page)).toHaveText(/Aucune page de l’explorateur/, { timeout: 15_000 });
  await expect(page).toHaveURL(/\/authorization$/);
});

test("the site may be in a folder", async ({ page, context, baseURL }) => {
  const explorer = await waiting(context, "xyz");
  await page.route("**/catalogue/**", async (route) => {
    const url = route.request().url().replace("/catalogue/", "/");
    const response = await route.fetch({ url });
    const body = await response.text();
    await route.fulfill({ response, body: body.replace('<base href="/">', '<base href="/catalogue/">') });
  });
  await page.goto(`${baseURL}/catalogue${answer}`);
  await expect(status(page)).toHaveText(/Vous pouvez fermer cette fenêtre\./);
  expect(await explorer.evaluate(() => window.received)).toBe(`?code=${code}&state=xyz`);
  await expect(page).toHaveURL(/\/catalogue\/authorization$/);
});

test("its address is told to no file it asks for", async ({ page }) => {
  await open(page, "/authorization");
  await expect(page.locator('meta[name="referrer"]')).toHaveAttribute("content", "no-referrer");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", "noindex");
});
