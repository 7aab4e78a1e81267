import { KeyHint } from "@/components/ui/key-hint";
import type { Translate } from "@/lib/i18n/phrase";

/** The keys of the work list and the case; those of a form stand beside its own buttons. */
const KEYS = [
  ["J", "next"],
  ["K", "previous"],
  ["B", "call"],
  ["1 – 9", "outcome"],
  ["L", "rings"],
  ["I", "inbound"],
  ["P", "hold"],
  ["M", "note"],
  ["?", "why"],
  ["Z", "undo"],
  ["Ctrl K", "find"],
] as const;

/** What each key does, for whom the faint marks beside the buttons are not enough. */
export const KeyList = ({ t }: { t: Translate }) => (
  <dl className="grid gap-1 text-s font-normal in-[[data-keys=off]]:hidden [@media(hover:none)]:hidden">
    {KEYS.map(([key, word]) => (
      <div className="flex gap-2" key={key}>
        <dt className="min-w-11">
          <KeyHint>{key}</KeyHint>
        </dt>
        <dd>{t(`shell.keyList.${word}`)}</dd>
      </div>
    ))}
  </dl>
);
