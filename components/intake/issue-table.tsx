import { Table } from "@/components/ui/table";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { IssueRow } from "@/lib/intake/queries/history";

const KINDS = {
  rejected: "wasRejected",
  ignored: "wasIgnored",
  changed: "wasChanged",
  ended: "wasEnded",
  noted: "wasNoted",
} as const;

/** What happened to a line, in a word. */
export const kindWords = (t: Translate, kind: IssueRow["kind"]): string => t(`intake.screen.${KINDS[kind]}`);

/** Each line that was not taken over with its reason, or that changed something with old and new. */
export function IssueTable({ t, issues, caption }: { t: Translate; issues: readonly IssueRow[]; caption: string }) {
  const columns = [
    { label: t("intake.screen.line"), num: true },
    { label: t("intake.screen.field") },
    { label: t("intake.screen.kind") },
    { label: t("intake.screen.reason") },
  ];
  return (
    <Table caption={caption} hideCaption columns={columns}>
      {issues.map((issue) => (
        <tr key={issue.id}>
          <td className="num">{issue.line}</td>
          <td>{issue.field}</td>
          <td>{kindWords(t, issue.kind)}</td>
          <td>{t(`intake.issue.${issue.code}`, inWords(issue.values, t.lang, "long"))}</td>
        </tr>
      ))}
    </Table>
  );
}
