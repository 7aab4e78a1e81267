import type { GateAnswer } from "@/lib/contact/domain/gate";
import { inWords, type Translate } from "@/lib/i18n/phrase";

/** Each reason against a contact now, as a sentence. */
export const blockWords = (answer: GateAnswer, t: Translate): string[] =>
  answer.blocks.map((block) => t(`contact.gate.${block.code}`, inWords(block.values, t.lang)));

/** Whether one may call now, or every reason against it; when the ladder waits, that is said too. */
export function GateWords({ call, standing, t }: { call: GateAnswer; standing: string | null; t: Translate }) {
  if (!call.allowed) {
    return (
      <p>
        {t("casepage.facts.no")} {blockWords(call, t).join(" ")}
      </p>
    );
  }
  return (
    <p>{standing ? t("casepage.facts.yesNoReason", { step: standing.toLocaleLowerCase("nl") }) : t("casepage.facts.yes")}</p>
  );
}
