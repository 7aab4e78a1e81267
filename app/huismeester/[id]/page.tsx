import { randomUUID } from "node:crypto";
import { notFound } from "next/navigation";
import { CallbackCard } from "@/components/caretaker/callback-card";
import { DoorNotice } from "@/components/caretaker/door-notice";
import styles from "@/components/caretaker/phone.module.css";
import { RingForm } from "@/components/caretaker/ring-form";
import { saw } from "@/lib/audit/jobs";
import { enter, signedIn } from "@/lib/auth/session";
import { mayRing as mayRingNow, RING_RESULTS } from "@/lib/caretaker/domain/ring";
import { cardOfTask, doorTask } from "@/lib/caretaker/queries/tasks";
import { cardPage } from "@/lib/caretaker/templates/card";
import { mayRing } from "@/lib/contact/queries/door";
import { formatDay, formatList } from "@/lib/i18n/format";
import { formatDoor, formatPersonName } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { corporation } from "@/lib/staff/queries/staff";

const BIG = ["spoke", "will-call", "not-home", "card-left"];

export default async function CaretakerTaskPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await enter("page:/huismeester/[id]");
  const id = Number((await params).id);
  if (!Number.isSafeInteger(id) || id < 1 || id > 2_147_483_647) notFound();
  const [t, { day }, office, person] = await Promise.all([translator(), now(), corporation(), signedIn()]);
  const [task, card] = await Promise.all([doorTask(actor, id, day), cardOfTask(actor, id)]);
  if (!task) notFound();
  await saw(actor, "door", { tenancyId: task.tenancyId });
  const answer = task.closedOn ? "free" : await mayRing({ tenancyId: task.tenancyId, channel: "caretaker" }, task.asked);
  const due = formatDay(task.dueOn, "weekday", t.lang);
  const choice = (result: string) => ({
    result,
    label: t(`caretaker.result.${result}`),
    hint: t.has(`caretaker.resultHint.${result}`) ? t(`caretaker.resultHint.${result}`) : undefined,
  });
  const more = RING_RESULTS.filter((result) => !BIG.includes(result) && result !== "worried").map(choice);
  const rings = task.rings.map(({ day: on, result }) => ({ day: on, result: result as (typeof RING_RESULTS)[number] }));
  const cardsTurn = mayRingNow(day, "card-left", rings) === null;
  const rungBefore = task.rings.some((ring) => ring.day < day);
  return (
    <main id="main" className={styles.phone}>
      <a
        className={`inline-flex items-center gap-1 min-h-11 pr-5 pl-3 text-ink-2 no-underline font-normal text-m ${styles.noPrint}`}
        href="/huismeester"
      >
        <span aria-hidden="true">‹</span> {t("doors.back")}
      </a>
      <div className={`${styles.head} ${styles.noPrint}`}>
        <h1>{task.name ? formatPersonName(task.name) : t("doors.nameUnknown")}</h1>
        <p>
          {task.street}. {t("doors.door", { door: formatDoor(task), day: due })}
          {task.language && ` ${t("doors.speaks", { language: task.language })}`}
        </p>
        {task.rings.length > 0 && (
          <p>
            {t("doors.tried", {
              days: formatList(
                task.rings.map((ring) => formatDay(ring.day, "weekdayShort", t.lang)),
                t.lang,
              ),
            })}
          </p>
        )}
      </div>
      <DoorNotice answer={answer} t={t} />
      <div className={styles.noPrint}>
        <p className={styles.label}>{t("doors.sayThis")}</p>
        <p className="mt-1 mx-5 pl-4 border-l-3 border-accent font-medium text-xl">
          {task.colleague
            ? t("doors.say", { colleague: task.colleague, number: office.number })
            : t("doors.sayOffice", { number: office.number })}
        </p>
        <p className="mt-2 mx-5 pl-[19px] text-ink-2 [&_b]:text-ink [&_b]:font-medium">
          {t("doors.aboutWhat")} <b>{t("doors.notMine")}</b>
        </p>
      </div>
      {card && (card.leftOn || cardsTurn) && (
        <CallbackCard
          taskId={task.id}
          leftOn={card.leftOn}
          page={cardPage({
            ...{ name: task.name, colleague: task.colleague, code: card.code, office },
            sender: person?.firstName ?? actor.name,
            as: "caretaker",
          })}
          t={t}
        />
      )}
      {task.closedOn ? (
        <p className={styles.notice}>{t("doors.closedTask")}</p>
      ) : (
        <RingForm
          taskId={task.id}
          commandId={randomUUID()}
          big={BIG.map(choice)}
          more={more}
          worried={{ ...choice("worried"), hint: t("doors.worriedCall", { number: office.number }) }}
          likely={rungBefore && card ? "card-left" : null}
          title={t("doors.howDidItGo")}
          back={t("doors.back")}
          recorded={t("doors.savedRing")}
        />
      )}
    </main>
  );
}
