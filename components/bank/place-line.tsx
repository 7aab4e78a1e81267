import { randomUUID } from "node:crypto";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { FactList } from "@/components/ui/facts";
import { TextField } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { SubmitButton } from "@/components/ui/submit-button";
import { place, setAside } from "@/lib/bank/actions";
import type { Candidate, SuspenseLine } from "@/lib/bank/queries/suspense";
import { formatDay, formatEuro } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./bank.module.css";

interface Props {
  t: Translate;
  line: SuspenseLine;
  candidates: readonly Candidate[];
  previous: number | undefined;
  next: number | undefined;
  position: string;
}

function optionsOf(t: Translate, candidates: readonly Candidate[]) {
  const known = candidates.map((it) => ({
    value: String(it.tenancyId),
    label: `${it.names ?? t("bank.screen.unknown")}, ${it.address} (${t("bank.screen.contract", { number: it.number })})`,
    note: [t(`bank.why.${it.why}`), it.rentCents && t("bank.screen.rent", { amount: formatEuro(BigInt(it.rentCents)) })]
      .filter(Boolean)
      .join(", "),
  }));
  return [...known, { value: "other", label: t("bank.screen.other") }];
}

/** One bank line, whose it may be with the suggestion chosen already, and the one button. */
export function PlaceLine({ t, line, candidates, previous, next, position }: Props) {
  const suggested = candidates.find((it) => it.why === "suggested");
  return (
    <article className={styles.sheet} aria-labelledby="line-head">
      <header>
        <p className="sub">{position}</p>
        <h2 id="line-head">
          <Money cents={BigInt(line.cents)} />, {line.counterparty ?? t("bank.screen.unknown")}
        </h2>
        {line.because && <p>{t(`bank.because.${line.because}`)}</p>}
      </header>
      <FactList
        facts={[
          [t("bank.screen.booked"), formatDay(line.bookedOn, "full", t.lang)],
          [t("bank.screen.account"), line.iban ?? t("bank.screen.unknown")],
          ...(line.reference ? [[t("bank.screen.reference"), line.reference] as const] : []),
          ...(line.remittance ? [[t("bank.screen.text"), line.remittance] as const] : []),
        ]}
      />
      <ActionForm key={line.id} action={place} hidden={{ commandId: randomUUID(), lineId: line.id, learn: "on" }}>
        <Choices
          name="tenancyId"
          legend={t("bank.screen.whose")}
          options={optionsOf(t, candidates)}
          chosen={suggested ? String(suggested.tenancyId) : "other"}
        />
        <TextField name="number" label={t("bank.screen.number")} autoComplete="off" />
        <SubmitButton hotkey="P">{t("bank.screen.place")}</SubmitButton>
      </ActionForm>
      <div className={styles.acts}>
        <ActionForm
          key={`aside-${line.id}`}
          action={setAside}
          hidden={{ commandId: randomUUID(), lineId: line.id, reason: "other" }}
        >
          <SubmitButton kind="plain" hotkey="N">
            {t("bank.screen.aside")}
          </SubmitButton>
        </ActionForm>
        {previous && (
          <LinkButton kind="quiet" hotkey="K" href={`/te-plaatsen?regel=${previous}`}>
            {t("bank.screen.previous")}
          </LinkButton>
        )}
        {next && (
          <LinkButton kind="quiet" hotkey="J" href={`/te-plaatsen?regel=${next}`}>
            {t("bank.screen.next")}
          </LinkButton>
        )}
      </div>
    </article>
  );
}
