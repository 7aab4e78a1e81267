import { randomUUID } from "node:crypto";
import type { CaseView } from "@/lib/cases/domain/view";
import type { GateAnswer } from "@/lib/contact/domain/gate";
import type { Translate } from "@/lib/i18n/phrase";
import { type DeskModel, deskModel } from "./desk-model";
import { blockWords } from "./gate-words";

interface Gates {
  readonly call: GateAnswer;
  readonly sms: GateAnswer;
  readonly text: string | null;
  readonly textProblem: string | null;
}
interface Ways {
  readonly after: string;
  readonly stay: string;
}

/** The desk of one case with what the gate says now, in words; each render has its own command ids. */
export function deskFor(view: CaseView, gates: Gates, ways: Ways, t: Translate): DeskModel {
  // A message outside contact hours waits in the outbox, so that is no reason against it.
  const sms = { ...gates.sms, blocks: gates.sms.blocks.filter((block) => block.code !== "outside-hours") };
  const problem = gates.textProblem ? [t(`cases.refused.${gates.textProblem}`, { missing: "other", override: "other" })] : [];
  return deskModel(
    view,
    {
      ...ways,
      commandIds: [randomUUID(), randomUUID()],
      callBlocks: blockWords(gates.call, t),
      sms: {
        text: gates.text,
        blocks: [...problem, ...blockWords(sms, t)],
        override: problem.length === 0 && sms.blocks.every((block) => block.override),
      },
    },
    t,
  );
}
