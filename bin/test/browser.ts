import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { homedir, userInfo } from "node:os";
import path from "node:path";
import { ROOT } from "../database/place";

export interface Browser {
  readonly path: string;
  /** What the browser needs in its environment: libraries or fonts that the machine lacks. */
  readonly env: Record<string, string>;
}

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/**
 * The browser for the tests: the one named in AANBEL_BROWSER, Playwright's own, one installed on the machine, or the one
 * that came in as an npm package. Null: Playwright has to fetch its own.
 */
export function findBrowser(): Browser | null {
  const named = process.env.AANBEL_BROWSER;
  if (named) return { path: named, env: {} };
  const require = createRequire(import.meta.url);
  const playwright = require("playwright-core").chromium.executablePath() as string;
  const installed = [playwright, ...INSTALLED].find((file) => existsSync(file) && runs(file, {}));
  if (installed) return { path: installed, env: {} };
  return process.platform === "linux" && process.arch === "x64" ? packaged() : null;
}

const runs = (file: string, env: Record<string, string>): boolean =>
  spawnSync(file, ["--version", "--no-sandbox"], { env: { ...process.env, ...env }, timeout: 30_000 }).status === 0;

/** Where unpacked browsers are kept; in the project when there is no home folder to write in. */
function cacheFolder(): string {
  for (const folder of [path.join(homedir(), ".cache/aanbel"), path.join(ROOT, ".data")]) {
    try {
      mkdirSync(folder, { recursive: true });
      return folder;
    } catch {}
  }
  return path.join("/tmp", `aanbel-${userInfo().uid}`);
}

/** The package's own settings look for its fonts in /tmp. */
function writeFontSettings(here: string, later: string): void {
  if (!existsSync(here)) return;
  const dirs = `<dir>${later}</dir><cachedir>${later}/cache</cachedir>`;
  writeFileSync(
    path.join(here, "fonts.conf"),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}</fontconfig>`,
  );
}

/** Unpacks the npm package once (200 MB), in a folder of its own: the package's usual place in /tmp is shared with every other program. */
function packaged(): Browser | null {
  const folder = path.join(cacheFolder(), "chromium-153.0.0");
  if (!existsSync(path.join(folder, "chromium"))) {
    const half = mkdtempSync(`${folder}-`);
    const program = `import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())`;
    const unpacked = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
      cwd: ROOT,
      // With this name set the package also unpacks the libraries that a bare machine lacks.
      env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" },
      encoding: "utf8",
    });
    writeFontSettings(path.join(half, "fonts"), path.join(folder, "fonts"));
    if (unpacked.status === 0 && existsSync(path.join(half, "chromium")) && !existsSync(folder)) renameSync(half, folder);
    else rmSync(half, { recursive: true, force: true });
    if (unpacked.status !== 0) console.error(unpacked.stderr);
  }
  const file = path.join(folder, "chromium");
  const bare = { LD_LIBRARY_PATH: path.join(folder, "al2023/lib"), FONTCONFIG_PATH: path.join(folder, "fonts") };
  const fonts: Record<string, string> = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: bare.FONTCONFIG_PATH };
  for (const env of [fonts, bare]) if (existsSync(file) && runs(file, env)) return { path: file, env };
  return null;
}
