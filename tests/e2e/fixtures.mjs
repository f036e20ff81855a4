// A test fails when the page breaks its security policy, logs an error, throws, or calls another site.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

export { expect };

export const test = base.extend({
  /** Console errors a test causes on purpose. */
  expectedErrors: [[], { option: true }],

  /** Other origins that a test calls: servers of `servers/addresses.mjs`. */
  calledOrigins: [[], { option: true }],

  page: async ({ page, expectedErrors, calledOrigins, baseURL }, use) => {
    const faults = [];
    page.on("console", (message) => {
      const text = message.text();
      const expected = expectedErrors.some((pattern) => pattern.test(text));
      if (message.type() === "error" && !expected) faults.push(`console: ${text}`);
    });
    page.on("pageerror", (error) => faults.push(`exception: ${error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      const known = [baseURL, ...calledOrigins].includes(new URL(url).origin);
      if (!known && !url.startsWith("data:")) faults.push(`foreign request: ${url}`);
    });
    await page.exposeFunction("reportPolicyViolation", (text) => faults.push(`policy: ${text}`));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", (event) => {
        window.reportPolicyViolation(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await use(page);
    // What is still asked as the test ends gets no answer, which is no fault of the page.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    expect(faults).toEqual([]);
  },
});

/** Opens a page and waits until its main heading is there. */
export async function open(page, address) {
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".loading")).toHaveCount(0);
}

/** Axe finds nothing in the page as it is. */
export async function expectAccessible(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(" | ")}`);
  expect(found).toEqual([]);
}

/** One page of each kind. */
export const pages = {
  home: "/",
  apis: "/apis",
  "api-open": "/apis/api-adresse",
  "api-restricted": "/apis/api-particulier",
  "api-deprecated": "/apis/base-adresse-nationale-ancienne",
  access: "/apis/api-particulier/access",
  "access-yes": "/apis/api-particulier/access?audience=local-authority",
  "access-no": "/apis/api-particulier/access?audience=company",
  explorer: "/apis/api-geo/explorer",
  operation: "/apis/api-adresse/explorer?operation=chercherAdresse",
  producers: "/producers",
  producer: "/producers/dinum",
  guides: "/guides",
  guide: "/guides/premier-appel",
  documentation: "/documentation",
  reference: "/reference",
  reviews: "/reference/reviews",
  authorization: "/authorization",
  about: "/about",
  accessibility: "/accessibility",
  legal: "/legal",
};
