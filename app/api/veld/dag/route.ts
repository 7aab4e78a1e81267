import { saw } from "@/lib/audit/jobs";
import { bodyOf, route } from "@/lib/auth/route";
import { signedIn } from "@/lib/auth/session";
import { giveDay } from "@/lib/field/jobs";

/** The day of a consultant or caretaker, to take along on a phone. */
export const POST = route("route:/api/veld/dag", async (actor, request) => {
  const body = await bodyOf(request, 2_000);
  if (body instanceof Response) return body;
  const person = await signedIn();
  const day = person && (await giveDay(actor, { firstName: person.firstName, lang: person.language }, body));
  if (day === "lost") return new Response(null, { status: 409 });
  if (day) await saw(actor, "day", { subject: day.doors.length });
  return day ? Response.json(day, { headers: { "cache-control": "no-store" } }) : new Response(null, { status: 400 });
});
