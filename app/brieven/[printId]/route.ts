import { saw } from "@/lib/audit/jobs";
import { route } from "@/lib/auth/route";
import { printOf } from "@/lib/contact/queries/prints";

/** A letter as it was made, to read and print. */
export const GET = route<{ params: Promise<{ printId: string }> }>(
  "route:/brieven/[printId]",
  async (actor, _request, { params }) => {
    const { printId } = await params;
    const print = /^\d{1,9}$/.test(printId) ? await printOf(Number(printId)) : null;
    if (!print) return new Response(null, { status: 404 });
    await saw(actor, "letter", { subject: printId });
    return new Response(print.pdf, {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="brief-${printId}.pdf"`,
        "cache-control": "private, no-store",
      },
    });
  },
);
