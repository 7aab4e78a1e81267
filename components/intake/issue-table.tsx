import { Table } from "@/components/ui/table";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { IssueRow } from "@/lib/intake/queries/history";

/** Each line that was not taken over, with its field and reason. */
export function IssueTable({ t, issues }: { t: Translate; issues: readonly IssueRow[] }) {
  const columns = [
    { label: t("intake.screen.line"), num: true },
    { label: t("intake.screen.field") },
    { label: t("intake.screen.kind") },
    { label: t("intake.screen.reason") },
  ];
  return (
    <Table caption={t("intake.screen.issues")} hideCaption columns={columns}>
      {issues.map((issue) => (
        <tr key={issue.id}>
          <td className="num">{issue.line}</td>
          <td>{issue.field}</td>
          <td>{t(issue.kind === "rejected" ? "intake.screen.wasRejected" : "intake.screen.wasIgnored")}</td>
          <td>{t(`intake.issue.${issue.code}`, inWords(issue.values, t.lang))}</td>
        </tr>
      ))}
    </Table>
  );
}
