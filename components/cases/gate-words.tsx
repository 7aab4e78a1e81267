import type { GateAnswer } from "@/lib/contact/domain/gate";
import { inWords, type Translate } from "@/lib/i18n/phrase";

/** Each reason against a contact now, as a sentence. */
export const blockWords = (answer: GateAnswer, t: Translate): string[] =>
  answer.blocks.map((block) => t(`contact.gate.${block.code}`, inWords(block.values, t.lang)));

/** Mag dit nu? In one sentence, or every reason against it. */
export function GateWords({ call, t }: { call: GateAnswer; t: Translate }) {
  if (call.allowed) return <p>{t("casepage.facts.yes")}</p>;
  return (
    <p>
      {t("casepage.facts.no")} {blockWords(call, t).join(" ")}
    </p>
  );
}
