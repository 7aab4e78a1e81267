import { bodyOf, route } from "@/lib/auth/route";
import { takeDraft } from "@/lib/drafts/jobs";

/** Keeps what somebody is typing, also while the page goes away. */
export const POST = route("route:/api/concepten", async (actor, request) => {
  const body = await bodyOf(request, 60_000);
  if (body instanceof Response) return body;
  const savedAt = await takeDraft(actor, body);
  return savedAt ? Response.json({ savedAt }) : new Response(null, { status: 400 });
});
