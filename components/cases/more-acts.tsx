"use client";

import { useText } from "@/components/ui/text-context";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./case.module.css";
import type { DeskModel } from "./desk-model";
import { type Panel, SPOKEN_KEYS } from "./primary";

/** Everything that can be done but is not the step: its word, and whether it fits this case now. */
const ACTS: readonly (readonly [Panel, string, (model: DeskModel) => boolean])[] = [
  ["sms", "sms", (model) => model.caseOpen && model.sms.numbers.length > 0],
  ["sms-onzeker", "settle", (model) => model.uncertain !== null],
  ["toezegging-los", "promise", (model) => model.charges.length > 0],
  ["regeling-los", "arrangement", (model) => model.charges.length > 0 && model.arrangementId === null],
  ["regeling-klaar", "endArrangement", (model) => model.arrangementId !== null],
  ["bevestig-toezegging", "confirmPromise", (model) => model.promiseRuns],
  ["bevestig-regeling", "confirmArrangement", (model) => model.arrangementId !== null],
  ["pauze-klaar", "endHold", (model) => model.holds.length > 0],
  ["zoek", "search", (model) => model.search !== null],
  ["bezoek", "askVisit", (model) => model.caseOpen && model.visits.length === 0],
  ["bezoek-plan", "planVisit", (model) => model.visits.length > 0],
  ["huismeester", "caretaker", () => true],
  ["brief", "letter", (model) => model.letterId !== null],
  ["bezwaar", "objection", (model) => model.caseOpen],
  ["melden", "report", (model) => model.referral !== null && !model.referral.reported],
  ["antwoord", "answer", (model) => model.referral?.reported === true],
  ["juridisch", "legal", (model) => model.caseOpen],
  ["ontruiming", "eviction", () => true],
  ["overlijden", "death", (model) => model.living.length > 0],
];

export function panelTitle(panel: Panel, t: Translate): string {
  const key = SPOKEN_KEYS.find(([, name]) => name === panel)?.[0];
  if (key) return t(`casepage.how.key.${key}`).replace(/ …$/, "");
  if (panel === "ander") return t("casepage.how.key.E").replace(/ …$/, "");
  if (panel === "pauze") return t("casepage.act.hold");
  return t(`casepage.act.${ACTS.find(([name]) => name === panel)?.[1] ?? "more"}`);
}

/** The rest, behind one word. A details element: opens without JavaScript, closes with Escape. */
export function MoreActs({ model, open }: { model: DeskModel; open: (panel: Panel) => void }) {
  const t = useText();
  return (
    <details className={styles.more} data-menu>
      <summary>{t("casepage.act.more")}</summary>
      <ul>
        {ACTS.filter(([, , fits]) => fits(model)).map(([panel, word]) => (
          <li key={panel}>
            <button
              type="button"
              onClick={(event) => {
                event.currentTarget.closest("details")?.removeAttribute("open");
                open(panel);
              }}
            >
              {t(`casepage.act.${word}`)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
