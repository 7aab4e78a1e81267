import { readFile } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/platform/env";

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  woff2: "font/woff2",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};
const POLICY = [
  "default-src 'none'",
  ...["script-src", "style-src", "img-src", "font-src", "connect-src", "worker-src", "manifest-src"].map(
    (kind) => `${kind} 'self'`,
  ),
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
].join("; ");

/** A file of the app of the field as the build made it: the same for everybody, without anybody's data. */
export async function shellFile(parts: readonly string[]): Promise<Response> {
  const name = parts.length === 0 ? "index.html" : parts.join("/");
  const type = TYPES[path.extname(name).slice(1)];
  if (!/^[\w.-]+$/.test(name) || !type) return new Response(null, { status: 404 });
  const folder = path.join(/* turbopackIgnore: true */ env.root(), ".next/veld");
  const bytes = await readFile(path.join(/* turbopackIgnore: true */ folder, name)).catch(() => null);
  if (!bytes) return new Response(null, { status: 404 });
  const hashed = /-[A-Z0-9]{8}\.\w+$/.test(name);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": type,
      "cache-control": hashed ? "public, max-age=31536000, immutable" : "no-cache",
      "content-security-policy": POLICY,
      ...(name === "sw.js" && { "service-worker-allowed": "/veld" }),
    },
  });
}
