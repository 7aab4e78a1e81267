"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button, buttonClass, OffButton } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { useText } from "@/components/ui/text-context";
import type { Ringing } from "@/lib/cases/domain/caller";
import styles from "./case.module.css";
import type { DeskModel } from "./desk-model";
import { KeptDrafts } from "./kept-drafts";
import { MoreActs, panelTitle } from "./more-acts";
import { Outcomes } from "./outcomes";
import { PanelForm } from "./panel";
import { CALLING } from "./presence";
import { type Panel, SPOKEN_KEYS } from "./primary";
import { RingingNotice } from "./ringing";

const IN_CONVERSATION: ReadonlySet<Panel> = new Set(SPOKEN_KEYS.map(([, panel]) => panel));
/** Acts that are the answer to the step itself: once recorded, the next case opens. */
const FINISHES: ReadonlySet<Panel> = new Set([...IN_CONVERSATION, "sms", "zoek", "brief", "melden", "bezoek-plan"]);

/** What leaves the house: it is read first, then confirmed. */
const LEAVES: ReadonlySet<Panel> = new Set(["melden", "brief", "sms"]);

interface DeskProps {
  model: DeskModel;
  initial: Panel | null;
  /** Who is on the line, when the case was opened from that; with their name and whether they may hear it all. */
  ringing: (Ringing & { readonly name: string | null; readonly hears: boolean }) | null;
}

/** Everything one can do with a case: the one button, how the call went, and the forms. */
export function Desk({ model, initial, ringing }: DeskProps) {
  const t = useText();
  const router = useRouter();
  const [panel, setPanel] = useState(initial);
  const [inbound, setInbound] = useState(ringing !== null);
  const [chosen, setChosen] = useState(0);
  const sheet = useRef<HTMLDivElement>(null);
  const talk = { inbound, ringing: inbound ? ringing : null, number: inbound ? null : (model.numbers[chosen] ?? null) };
  const done = (finished: boolean) => () => {
    setPanel(null);
    setInbound(false);
    router.push(finished ? model.after : model.stay);
  };
  const open = (wanted: Panel | null) => {
    setPanel(wanted);
    // The form stands under the outcomes: focus goes to its first field once it is there, or to the title of what is to be read first.
    const first = wanted && LEAVES.has(wanted) ? "h2" : "input:not([type=hidden]), select, textarea, button";
    if (wanted) setTimeout(() => sheet.current?.querySelector<HTMLElement>(first)?.focus());
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-y-2 gap-x-3 mt-3 max-[720px]:[&>.btn-go]:w-full print:hidden">
        <PrimaryButton model={model} number={talk.number?.number ?? null} shown={talk.number?.shown ?? null} open={open} />
        {model.numbers.length > 1 && !inbound && model.calling && (
          <select
            className="font-medium text-l text-ink min-h-9 px-2 border border-transparent border-b-control rounded-1
              bg-transparent max-w-full hover:border-control"
            aria-label={t("casepage.how.called")}
            value={chosen}
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {model.numbers.map((one, index) => (
              <option key={one.value} value={index}>
                {one.label}
              </option>
            ))}
          </select>
        )}
        {model.numbers.length === 1 && model.calling && (
          <span className="font-medium text-l whitespace-nowrap">{model.numbers[0]?.shown}</span>
        )}
        <span className="flex flex-wrap items-center gap-x-1 ml-auto max-[720px]:ml-0">
          <Button kind="quiet" size="small" hotkey="I" aria-pressed={inbound} onClick={() => setInbound(!inbound)}>
            {t(inbound ? "casepage.act.outbound" : "casepage.act.inbound")}
          </Button>
          {model.charges.length > 0 && (
            <Button kind="quiet" size="small" hotkey="P" onClick={() => open("pauze")}>
              {t("casepage.act.hold")}
            </Button>
          )}
          <MoreActs model={model} open={open} />
        </span>
      </div>
      {ringing && inbound && <RingingNotice ringing={ringing} name={ringing.name} hears={ringing.hears} />}
      <KeptDrafts open={open} panel={panel} />
      {/* Open when calling is the step or the tenant rings; else folded, one click away. */}
      <details
        className={styles.how}
        open={model.calling || inbound || (panel !== null && IN_CONVERSATION.has(panel)) || undefined}
      >
        <summary>
          <h2>{t(inbound ? "casepage.how.inbound" : model.calling ? "casepage.how.title" : "casepage.how.anyway")}</h2>
          {model.calling && !inbound && <span className="text-s text-ink-2">{t("casepage.how.hint")}</span>}
        </summary>
        <Outcomes model={model} talk={talk} panel={panel} open={open} onDone={done(true)} />
      </details>
      {panel && (
        <section
          className="mt-4 pt-4 pb-5 px-5 bg-sheet border border-control rounded-3 [&>h2]:font-title [&>h2]:text-l
            [&>h2]:mb-3 [&_.form]:max-w-144 max-[720px]:p-4 max-[720px]:mx-[calc(-1_*_var(--s-2))]
            print:hidden"
          aria-label={panelTitle(panel, t)}
          ref={sheet}
        >
          <h2 tabIndex={-1}>{panelTitle(panel, t)}</h2>
          <PanelForm
            key={panel}
            panel={panel}
            model={model}
            talk={talk}
            onDone={done(FINISHES.has(panel))}
            onCancel={() => setPanel(null)}
          />
        </section>
      )}
    </>
  );
}

function PrimaryButton({
  model,
  number,
  shown,
  open,
}: {
  model: DeskModel;
  number: string | null;
  shown: string | null;
  open: (panel: Panel) => void;
}) {
  const { primary } = model;
  if (!primary) return null;
  const { panel } = primary;
  if (panel) {
    return (
      <Button kind="go" hotkey="B" onClick={() => open(panel)}>
        {primary.label}
      </Button>
    );
  }
  const tel = number ?? primary.tel;
  if (!tel) return <OffButton>{primary.label}</OffButton>;
  return (
    <a
      className={buttonClass({ kind: "go" })}
      href={`tel:${tel}`}
      onClick={() => window.dispatchEvent(new Event(CALLING))}
      data-key="B"
      aria-keyshortcuts="B"
      title={shown ?? undefined}
    >
      {primary.label}
      <KeyHint>B</KeyHint>
    </a>
  );
}
