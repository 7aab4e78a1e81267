import { kindWords } from "@/components/intake/issue-table";
import { route } from "@/lib/auth/route";
import { inWords } from "@/lib/i18n/phrase";
import { translator } from "@/lib/i18n/translator";
import { csvText } from "@/lib/intake/domain/csvText";
import { importFileOf, issuesOf } from "@/lib/intake/queries/history";

const MOST = 100_000;

/** The lines of a file that were not taken over, to mend and offer again, and those that changed something. */
export const GET = route<{ params: Promise<{ id: string }> }>(
  "route:/bestanden/[id]/regels",
  async (actor, _request, { params }) => {
    const id = Number((await params).id);
    const file = Number.isSafeInteger(id) && id < 2 ** 31 ? await importFileOf(actor, id) : null;
    if (!file) return new Response(null, { status: 404 });
    const [t, issues] = await Promise.all([translator(), issuesOf(actor, id, ["rejected", "ignored", "changed", "ended"], MOST)]);
    const header = ["line", "field", "kind", "reason"].map((name) => t(`intake.screen.${name}`));
    const rows = issues.map(({ line, field, kind, code, values }) => [
      line,
      field ?? "",
      kindWords(t, kind),
      t(`intake.issue.${code}`, inWords(values, t.lang, "long")),
    ]);
    return new Response(csvText([header, ...rows]), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="regels-${id}.csv"`,
      },
    });
  },
);
