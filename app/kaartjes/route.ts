import { saw } from "@/lib/audit/jobs";
import { route } from "@/lib/auth/route";
import { signedIn } from "@/lib/auth/session";
import { cardsAsked } from "@/lib/caretaker/jobs";
import { translator } from "@/lib/i18n/translator";

/** Call-back cards to print: one, or one's whole list. */
export const GET = route("route:/kaartjes", async (actor, request) => {
  await saw(actor, "list", { subject: "kaartjes" });
  const person = await signedIn();
  const made = await cardsAsked(actor, person?.firstName ?? actor.name, request.nextUrl.searchParams);
  if (!made.ok) {
    const said = made.code === "not-found" ? null : (await translator())(`caretaker.refused.${made.code}`);
    return new Response(said, { status: said ? 422 : 404, headers: { "content-type": "text/plain; charset=utf-8" } });
  }
  return new Response(new Uint8Array(made.value), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="kaartjes.pdf"',
      "cache-control": "private, no-store",
    },
  });
});
