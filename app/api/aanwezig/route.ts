import { bodyOf, route } from "@/lib/auth/route";
import { caseOpened } from "@/lib/caretaker/jobs";
import { takeClaim } from "@/lib/claims/jobs";

/** Who has which case open, told by the pages themselves while they are. */
export const POST = route(
  "route:/api/aanwezig",
  async (actor, request) => {
    const body = await bodyOf(request, 1_000);
    if (body instanceof Response) return body;
    const taken = await takeClaim(actor, body);
    if (taken?.tenancyId) await caseOpened(actor, taken.tenancyId);
    return taken ? Response.json({ claims: taken.claims }) : new Response(null, { status: 400 });
  },
  { byItself: true },
);
