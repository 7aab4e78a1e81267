import { saw } from "@/lib/audit/jobs";
import { route } from "@/lib/auth/route";
import { pagesOf } from "@/lib/cases/queries/letters";
import { lettersPdf } from "@/lib/contact/channels/print";
import { now } from "@/lib/platform/clock";

/** These letters, as they were made, in one file to print and in the order of their list. */
export const GET = route("route:/brieven/alle", async (actor, request) => {
  const { day } = await now();
  const asked = request.nextUrl.searchParams.get("prints") ?? "";
  const pages = /^\d{1,9}(?:,\d{1,9}){0,999}$/.test(asked) ? await pagesOf(asked.split(",").map(Number)) : [];
  const pdf = pages.length > 0 ? await lettersPdf(pages) : null;
  if (!pdf?.ok) return new Response(null, { status: 404 });
  await saw(actor, "letters", { subject: pages.length });
  return new Response(new Uint8Array(pdf.value), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="brieven-${day}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});
