import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import { removeMapping } from "@/lib/intake/actions";
import type { KeptMapping } from "@/lib/intake/queries/mappings";
import styles from "./intake.module.css";

/** Each mapping with its columns folded away; whoever ends one sees them first. */
export function MappingList({ t, mappings }: { t: Translate; mappings: readonly KeptMapping[] }) {
  return (
    <ul className="list-none">
      {mappings.map((mapping) => (
        <li key={mapping.id} className={styles.file}>
          <div className={styles.name}>
            <span>
              <b>{mapping.name}</b>
              <span className="text-s text-ink-2">, {t(`intake.format.${mapping.format}`)}</span>
            </span>
            <span className="text-s text-ink-2">
              {formatMoment(mapping.since, "weekdayShort", t.lang)}
              {mapping.by && `, ${t("intake.screen.by", { name: mapping.by })}`}
            </span>
          </div>
          <p>{usedWords(t, mapping)}</p>
          <details className="[&>summary]:py-2 [&>summary]:font-semibold [&>summary]:cursor-pointer">
            <summary>{t("intake.mappings.columns", { count: Object.keys(mapping.columns).length })}</summary>
            <MappedColumns t={t} mapping={mapping} />
            <ActionForm action={removeMapping} hidden={{ mappingId: String(mapping.id) }} className={styles.acts}>
              <SubmitButton kind="plain">{t("intake.mappings.remove")}</SubmitButton>
              <span className="text-s text-ink-2">{t("intake.mappings.removeHelp")}</span>
            </ActionForm>
          </details>
        </li>
      ))}
    </ul>
  );
}

function usedWords(t: Translate, { files, lastUsed }: KeptMapping): string {
  if (!lastUsed) return t("intake.mappings.neverUsed");
  return t("intake.mappings.used", { count: files, moment: formatMoment(lastUsed, "weekdayShort", t.lang) });
}

function MappedColumns({ t, mapping }: { t: Translate; mapping: KeptMapping }) {
  const columns = [{ label: t("intake.mappings.ours") }, { label: t("intake.mappings.theirs") }];
  return (
    <Table caption={t("intake.mappings.of", { name: mapping.name })} hideCaption columns={columns}>
      {Object.entries(mapping.columns).map(([ours, origin]) => (
        <tr key={ours}>
          <td>{ours}</td>
          <td>{"from" in origin ? origin.from : t("intake.mappings.always", { text: origin.always })}</td>
        </tr>
      ))}
    </Table>
  );
}
