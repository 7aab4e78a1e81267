import { answers } from "@/lib/health/queries/health";

/** For whoever watches from outside: up, or not. It says nothing else. */
export async function GET(): Promise<Response> {
  const up = await answers();
  return new Response(up ? "ok\n" : "database\n", {
    status: up ? 200 : 503,
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });
}
