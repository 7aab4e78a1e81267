import { route } from "@/lib/auth/route";
import { signedIn } from "@/lib/auth/session";
import { cardsAsked } from "@/lib/caretaker/jobs";

/** Call-back cards to print: one, or one's whole list. */
export const GET = route("route:/kaartjes", async (actor, request) => {
  const person = await signedIn();
  const made = await cardsAsked(actor, person?.firstName ?? actor.name, request.nextUrl.searchParams);
  if (!made.ok) return new Response(null, { status: made.code === "not-found" ? 404 : 422 });
  return new Response(new Uint8Array(made.value), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="kaartjes.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
