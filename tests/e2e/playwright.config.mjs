import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";

const candidates = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const executablePath = candidates.find((path) => path && existsSync(path));
// Two checkouts may be tested at once.
const address = `http://127.0.0.1:${process.env.PORT ?? 4173}`;

export default defineConfig({
  testDir: "tests",
  outputDir: "results",
  snapshotPathTemplate: "snapshots/{testFileName}/{arg}{ext}",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: "list",
  timeout: 30_000,
  use: {
    baseURL: address,
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
  webServer: { command: "node server.mjs", url: address, reuseExistingServer: false },
});
