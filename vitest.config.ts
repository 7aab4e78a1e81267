import { defineConfig } from "vitest/config";

// A clock zone that is a day away from Amsterdam half the time: code that leans on the machine's zone fails here.
const env = { TZ: "Pacific/Kiritimati" };

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          env,
          setupFiles: ["tests/factories/whole.ts"],
          include: [
            "{components,demo,lib}/**/*.test.ts",
            "tests/scenarios/**/*.test.ts",
            "tests/house.test.ts",
            "tests/house/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          env,
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/server.ts"],
          setupFiles: ["tests/factories/whole.ts", "tests/integration/database.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
