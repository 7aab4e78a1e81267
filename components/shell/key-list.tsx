import type { Translate } from "@/lib/i18n/phrase";

/** The keys of the work list and the case; those of a form stand beside its own buttons. */
const KEYS = [
  ["J", "next"],
  ["K", "previous"],
  ["B", "call"],
  ["1 – 9", "outcome"],
  ["I", "inbound"],
  ["P", "hold"],
  ["M", "note"],
  ["W", "why"],
  ["Z", "undo"],
  ["Ctrl K", "find"],
] as const;

/** What each key does, for whom the faint marks beside the buttons are not enough. */
export const KeyList = ({ t }: { t: Translate }) => (
  <dl className="key-list">
    {KEYS.map(([key, word]) => (
      <div key={key}>
        <dt>
          <kbd className="key">{key}</kbd>
        </dt>
        <dd>{t(`shell.keyList.${word}`)}</dd>
      </div>
    ))}
  </dl>
);
