// Screenshots of every kind of page at three widths in two themes, into target/screenshots.
import { chromium } from "@playwright/test";
import config from "./playwright.config.mjs";
import { pages } from "./fixtures.mjs";

const browser = await chromium.launch(config.use.launchOptions);
const only = process.argv.slice(2);
for (const [name, address] of Object.entries({ ...pages, "not-found": "/les-api/api-geo" })) {
  if (only.length && !only.includes(name)) continue;
  for (const theme of ["light", "dark"]) {
    for (const width of [320, 768, 1440]) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: theme });
      await page.goto(config.use.baseURL + address);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.screenshot({ path: `../../target/screenshots/${name}-${theme}-${width}.png`, fullPage: width < 1000 });
      await page.close();
    }
  }
}
await browser.close();
