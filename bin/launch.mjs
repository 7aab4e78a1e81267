import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const ROOT = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..");
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

const refuse = (sentence) => {
  console.error(sentence);
  process.exit(1);
};

/** The Node that came in with `npm install`, on the platforms that have one. */
const newerNode = () => {
  const file = path.join(ROOT, "node_modules/.bin", process.platform === "win32" ? "node.exe" : "node");
  return major < 24 && existsSync(file) ? file : null;
};

/** Runs a TypeScript program of this folder with the newest Node at hand. Plain JavaScript, so that an old Node can still say what it needs. */
export async function launch(program, { needsClient = false } = {}) {
  if (major < 20 || (major === 20 && minor < 19))
    refuse(`Aanbel heeft Node 20.19 of nieuwer nodig; hier is ${process.versions.node}.`);
  if (!existsSync(path.join(ROOT, "node_modules/esbuild")))
    refuse("De onderdelen ontbreken nog. Geef eerst deze opdracht: npm install");
  const newer = newerNode();
  if (newer) return again(newer);
  const { bundle } = await import("./bundle.mjs");
  const load = async (file) => import(pathToFileURL(await bundle(file)).href);
  if (needsClient) await generated(load);
  await load(program);
}

/** The database client is made from the model, and everything that uses it is loaded after that. */
async function generated(load) {
  const { generateClient } = await load("start/generate.ts");
  try {
    generateClient();
  } catch (error) {
    refuse(`De databaseclient kon niet gemaakt worden: ${error.detail?.reason ?? error.message}`);
  }
}

function again(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
