import { LinkButton } from "@/components/ui/button";
import type { Candidate, SuspenseLine, Term } from "@/lib/bank/queries/suspense";
import type { Translate } from "@/lib/i18n/phrase";
import { AllocateLine } from "./allocate-line";
import { AsideLine } from "./aside-line";
import styles from "./bank.module.css";
import { LineHead } from "./line-head";
import { SplitLine } from "./split-line";

interface Props {
  t: Translate;
  line: SuspenseLine;
  candidates: readonly Candidate[];
  terms: readonly Term[];
  shared: boolean;
  search: string;
  /** Divide it, or set it aside; null: place it whole. */
  mode: "verdelen" | "apart" | null;
  previous: number | undefined;
  next: number | undefined;
  position: string;
  commandId: string;
}

/** One bank line, and what can be done with it; the keys stand beside their buttons. */
export function LineDesk(props: Props) {
  const { t, line, mode, position, commandId, candidates, terms } = props;
  const at = (id: number, form = "") => `/te-plaatsen?regel=${id}${form && `&vorm=${form}`}`;
  return (
    <article className={styles.sheet} aria-labelledby="line-head">
      <LineHead t={t} line={line} position={position} />
      {mode === null && <AllocateLine {...props} />}
      {mode === "verdelen" && <SplitLine key={line.id} {...{ t, line, candidates, terms, commandId }} />}
      {mode === "apart" && <AsideLine key={line.id} t={t} lineId={line.id} commandId={commandId} />}
      <div className="flex flex-wrap gap-3">
        {mode !== null && (
          <LinkButton hotkey="T" href={at(line.id)}>
            {t("bank.screen.whole")}
          </LinkButton>
        )}
        {mode !== "verdelen" && !line.cents.startsWith("-") && (
          <LinkButton hotkey="S" href={at(line.id, "verdelen")}>
            {t("bank.screen.split")}
          </LinkButton>
        )}
        {mode !== "apart" && (
          <LinkButton hotkey="N" href={at(line.id, "apart")}>
            {t("bank.screen.aside")}
          </LinkButton>
        )}
        {props.previous && (
          <LinkButton kind="quiet" hotkey="K" data-step="previous" href={at(props.previous)} scroll={false}>
            {t("bank.screen.previous")}
          </LinkButton>
        )}
        {props.next && (
          <LinkButton kind="quiet" hotkey="J" data-step="next" href={at(props.next)} scroll={false}>
            {t("bank.screen.next")}
          </LinkButton>
        )}
      </div>
      <p className="text-s text-ink-2">{t("bank.screen.keys")}</p>
    </article>
  );
}
