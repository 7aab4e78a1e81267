import { route } from "@/lib/auth/route";
import { takeDraft } from "@/lib/drafts/jobs";

const MOST = 60_000;

/** Keeps what somebody is typing, also while the page goes away. Only from our own pages. */
export const POST = route("route:/api/concepten", async (actor, request) => {
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") return new Response(null, { status: 403 });
  const body = await request.text();
  if (body.length > MOST) return new Response(null, { status: 413 });
  const savedAt = await takeDraft(actor, parsed(body));
  return savedAt ? Response.json({ savedAt }) : new Response(null, { status: 400 });
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
