import { randomUUID } from "node:crypto";
import { LetterList } from "@/components/cases/letter-list";
import { LettersForm } from "@/components/cases/letters-form";
import { Empty } from "@/components/ui/empty";
import { Texts } from "@/components/ui/texts";
import { enter } from "@/lib/auth/session";
import { madeToday, waitingLetters } from "@/lib/cases/queries/letters";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("casepage.letters.title") };
}

/** The letters that the rules asked for: make them, print them in one file, post them, and say so. */
export default async function Page() {
  await enter("page:/brieven");
  const [t, letters, { day }] = await Promise.all([translator(), waitingLetters(), now()]);
  const prints = madeToday(letters, day).flatMap(({ printId }) => printId ?? []);
  return (
    <Texts rooms={["casepage", "cases", "common"]}>
      <main id="main" className="page max-w-248">
        <h1>{t("casepage.letters.title")}</h1>
        <p className="mb-6 max-w-160 text-ink-2">{t("casepage.letters.intro")}</p>
        {/* Stays when the last letter is gone: it says what became of them. */}
        <LettersForm waiting={letters.length} prints={prints} commandIds={[randomUUID(), randomUUID()]} />
        {letters.length > 0 ? (
          <LetterList letters={letters} t={t} />
        ) : (
          <Empty title={t("casepage.letters.none")}>
            <p>{t("casepage.letters.noneSince", { day: formatDay(day, "full", t.lang) })}</p>
          </Empty>
        )}
      </main>
    </Texts>
  );
}
