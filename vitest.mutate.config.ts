import { defineConfig } from "vitest/config";

// The unit tests alone, without the sentences about whole lives, and with few runs of what is drawn: a mutant is met in milliseconds.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    env: { TZ: "Pacific/Kiritimati", COIN_RUNS: "20", FAST_CHECK_RUNS: "10" },
    include: ["lib/{rules,ledger,bank,cases,kernel}/**/*.test.ts"],
  },
});
