import { Readable } from "node:stream";
import { kindWords } from "@/components/intake/issue-table";
import { saw } from "@/lib/audit/jobs";
import { route } from "@/lib/auth/route";
import { inWords } from "@/lib/i18n/phrase";
import { translator } from "@/lib/i18n/translator";
import { csvPieces } from "@/lib/intake/domain/csv-text";
import { everyIssueOf, importFileOf } from "@/lib/intake/queries/history";

/** The lines of a file that were not taken over, or not as they stood, to mend and offer again, and those that changed something. All of them. */
export const GET = route<{ params: Promise<{ id: string }> }>(
  "route:/bestanden/[id]/regels",
  async (actor, _request, { params }) => {
    const id = Number((await params).id);
    const file = Number.isSafeInteger(id) && id < 2 ** 31 ? await importFileOf(id) : null;
    if (!file) return new Response(null, { status: 404 });
    await saw(actor, "file", { subject: id });
    const t = await translator();
    const header = ["line", "field", "kind", "reason"].map((name) => t(`intake.screen.${name}`));
    async function* rows() {
      for await (const issues of everyIssueOf(id)) {
        yield issues.map(({ line, field, kind, code, values }) => [
          line,
          field ?? "",
          kindWords(t, kind),
          t(`intake.issue.${code}`, inWords(values, t.lang, "long")),
        ]);
      }
    }
    const pieces = Readable.from(csvPieces(header, rows()), { objectMode: false, encoding: "utf8" });
    return new Response(Readable.toWeb(pieces) as ReadableStream<Uint8Array>, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="regels-${id}.csv"`,
      },
    });
  },
);
