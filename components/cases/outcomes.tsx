"use client";

import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { KeyHint } from "@/components/ui/key-hint";
import { useText } from "@/components/ui/text-context";
import { logCall } from "@/lib/cases/actions";
import { NOT_SPOKEN } from "@/lib/cases/domain/consequence";
import styles from "./case.module.css";
import type { DeskModel } from "./desk-model";
import { CallOverride, type Conversation } from "./forms/call-fields";
import { type Panel, SPOKEN_KEYS } from "./primary";

interface Props {
  model: DeskModel;
  talk: Conversation;
  panel: Panel | null;
  open: (panel: Panel) => void;
  onDone: () => void;
}

/** How the call went: a digit records that nobody was spoken with, a letter opens what was said. */
export function Outcomes({ model, talk, panel, open, onDone }: Props) {
  const t = useText();
  const [about, setAbout] = useState("1");
  const then = model.then[about] ?? (t.has(`casepage.then.${about}`) ? t(`casepage.then.${about}`) : "");
  const tell = (key: string) => ({ onFocus: () => setAbout(key), onPointerEnter: () => setAbout(key) });
  return (
    <>
      <div
        className="grid grid-cols-[minmax(186px,208px)_1fr] gap-x-6 mt-1 [&_h3]:font-medium [&_h3]:text-s
          [&_h3]:text-ink-2 [&_h3]:py-1 [&_h3]:px-0 [&_h3]:border-b [&_h3]:border-line
          max-[1320px]:grid-cols-[minmax(150px,178px)_1fr] max-[1320px]:gap-x-4
          max-[720px]:grid-cols-[1fr] max-[720px]:gap-y-3"
      >
        {!talk.inbound && <NotSpoken model={model} talk={talk} tell={tell} onDone={onDone} />}
        <div className={styles.spoken}>
          <h3 id="gesproken">{t("casepage.how.spoken")}</h3>
          <ul aria-labelledby="gesproken">
            {keysFor(talk).map(([key, name]) => (
              <li key={key}>
                <a
                  className={styles.outcome}
                  href={`?dossier=${model.tenancyId}&vorm=${name}`}
                  data-key={key}
                  aria-keyshortcuts={key}
                  aria-current={panel === name ? "true" : undefined}
                  {...tell(key)}
                  onClick={(event) => {
                    event.preventDefault();
                    open(name);
                  }}
                >
                  <KeyHint>{key}</KeyHint>
                  {t(`casepage.how.key.${key}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {panel === null && then && (
        <p className="mt-2 min-h-4.5 text-ink-2 font-normal text-s [&_b]:text-ink" aria-live="polite">
          <b>{t(`casepage.how.key.${about}`).replace(/ …$/, "")}?</b> {then}
        </p>
      )}
    </>
  );
}

/** Who rings may be somebody else; of somebody without a mandate only what they tell is written down. */
function keysFor({ inbound, ringing }: Conversation): readonly (readonly [string, Panel])[] {
  const somebodyElse = ["E", "ander"] as const;
  if (ringing && !ringing.hears) return [somebodyElse, ...SPOKEN_KEYS.filter(([, panel]) => panel === "overleden")];
  return inbound ? [...SPOKEN_KEYS, somebodyElse] : SPOKEN_KEYS;
}

type Tell = (key: string) => { onFocus: () => void; onPointerEnter: () => void };

function NotSpoken({ model, talk, tell, onDone }: Pick<Props, "model" | "talk" | "onDone"> & { tell: Tell }) {
  const t = useText();
  const hidden: Record<string, string | number> = {
    commandId: model.callCommandId,
    tenancyId: model.tenancyId,
    shownAt: model.shownAt,
    direction: "outbound",
  };
  if (talk.number) Object.assign(hidden, { personId: talk.number.personId, number: talk.number.number });
  return (
    <ActionForm
      action={logCall}
      hidden={hidden}
      onDone={onDone}
      done={t("casepage.form.done")}
      className="[&>.notice]:my-2 [&>.notice]:mx-0"
    >
      <h3>{t("casepage.how.notSpoken")}</h3>
      <CallOverride model={model} inbound={false} />
      {NOT_SPOKEN.map((outcome, index) => (
        <button
          key={outcome}
          type="submit"
          name="outcome"
          value={outcome}
          className={styles.outcome}
          data-key={index + 1}
          aria-keyshortcuts={String(index + 1)}
          {...tell(String(index + 1))}
        >
          <KeyHint>{String(index + 1)}</KeyHint>
          {t(`casepage.how.key.${index + 1}`)}
        </button>
      ))}
    </ActionForm>
  );
}
