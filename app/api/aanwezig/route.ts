import { bodyOf, route } from "@/lib/auth/route";
import { takeClaim } from "@/lib/claims/jobs";

/** Who has which case open, told by the pages themselves while they are. */
export const POST = route("route:/api/aanwezig", async (actor, request) => {
  const body = await bodyOf(request, 1_000);
  if (body instanceof Response) return body;
  const claims = await takeClaim(actor, body);
  return claims ? Response.json({ claims }) : new Response(null, { status: 400 });
});
