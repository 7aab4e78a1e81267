import { randomUUID } from "node:crypto";
import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { WaitingLetter } from "@/lib/cases/queries/letters";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { WithdrawLetter } from "./withdraw-letter";

/** Each letter that waits: for whom, since when, and whether it was made. */
export function LetterList({ letters, t }: { letters: readonly WaitingLetter[]; t: Translate }) {
  const columns = ["whom", "where", "asked", "madeOn"].map((name) => ({ label: t(`casepage.letters.${name}`) }));
  return (
    <Table caption={t("casepage.letters.title")} hideCaption columns={columns}>
      {letters.map((letter) => (
        <tr key={letter.letterId}>
          <td>
            <Link
              className="inline-block min-h-6"
              href={`/dossier/${letter.tenancyId}${letter.letterKind === "written-reminder" ? "?vorm=brief" : ""}`}
            >
              {letter.lastName === null ? letter.number : formatPersonName({ ...letter, lastName: letter.lastName })}
            </Link>
            <span className="block text-s text-ink-2">{t(`contact.text.short.${letter.letterKind}`)}</span>
            {letter.letterKind !== "written-reminder" && (
              <WithdrawLetter letterId={letter.letterId} commandId={randomUUID()} label={t("casepage.letters.withdraw")} />
            )}
          </td>
          <td>{formatAddress({ ...letter, city: null })}</td>
          <td>{formatDay(letter.askedOn, "dated", t.lang)}</td>
          <td>
            {letter.printId === null || letter.madeAt === null ? (
              t("casepage.letters.notYet")
            ) : (
              <a className="inline-block min-h-6" href={`/brieven/${letter.printId}`} target="_blank" rel="noreferrer">
                {formatMoment(letter.madeAt, "weekdayShort", t.lang)}
              </a>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}
