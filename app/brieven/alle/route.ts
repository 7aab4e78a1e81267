import { route } from "@/lib/auth/route";
import { madeToday, pagesOf, waitingLetters } from "@/lib/cases/queries/letters";
import { lettersPdf } from "@/lib/contact/channels/print";
import { now } from "@/lib/platform/clock";

/** The letters that were made today as one file to print, in the order of their list. */
export const GET = route("route:/brieven/alle", async () => {
  const { day } = await now();
  const letters = madeToday(await waitingLetters(), day);
  const pages = await pagesOf(letters.flatMap(({ printId }) => printId ?? []));
  const pdf = pages.length > 0 ? lettersPdf(pages) : null;
  if (!pdf?.ok) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(pdf.value), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="brieven-${day}.pdf"`,
      "cache-control": "private, no-store",
    },
  });
});
