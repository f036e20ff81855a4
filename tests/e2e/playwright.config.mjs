import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { documents, forge, oauth, oidc, ports, prism, site } from "./servers/addresses.mjs";

const candidates = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const executablePath = candidates.find((path) => path && existsSync(path));
// Where many programs share the machine, servers take their time to start.
const start = (command, url) => ({ command, url, reuseExistingServer: false, timeout: 180_000 });

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  snapshotPathTemplate: "snapshots/{testFileName}/{arg}{ext}",
  workers: 2,
  // What is timed has the machine for itself.
  projects: [
    { name: "site", grepInvert: /@timed/ },
    { name: "timed", grep: /@timed/, dependencies: ["site"] },
  ],
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: site,
    locale: "fr-FR",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: [
    start("node server.mjs", site),
    start(`../../target/httpbin/bin/python servers/run_httpbin.py ${ports.httpbin}`, `http://127.0.0.1:${ports.httpbin}/get`),
    start("node servers/echo.mjs", documents.echo),
    start("node servers/prism.mjs", `${prism}/answer/ready`),
    start("node servers/oauth.mjs", `${oauth}/.well-known/openid-configuration`),
    start("node servers/forge.mjs", `${forge}/ready`),
    start("node servers/oidc.mjs", `${oidc}/.well-known/openid-configuration`),
  ],
});
