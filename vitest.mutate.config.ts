import { defineConfig } from "vitest/config";

// The unit tests alone, without the sentences about whole lives: a mutant is met by the rule that holds it, in milliseconds.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    env: { TZ: "Pacific/Kiritimati" },
    include: ["lib/{rules,ledger,bank,cases,kernel}/**/*.test.ts"],
  },
});
