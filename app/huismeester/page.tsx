import styles from "@/components/caretaker/phone.module.css";
import { TellSignal } from "@/components/caretaker/signals";
import { TaskList } from "@/components/caretaker/task-list";
import { PrintButton } from "@/components/ui/print-button";
import { enter, signedIn } from "@/lib/auth/session";
import { signalBuildings } from "@/lib/caretaker/queries/signals";
import { doorTasks } from "@/lib/caretaker/queries/tasks";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

export default async function CaretakerPage() {
  const actor = await enter("page:/huismeester");
  const [t, { day, part }, person] = await Promise.all([translator(), now(), signedIn()]);
  const [tasks, signals] = await Promise.all([doorTasks(actor, day), signalBuildings(actor)]);
  const open = tasks.filter((task) => task.when !== "done");
  const buildings = [...new Set(tasks.map((task) => task.building))];
  const hello = part === "morning" ? "doors.hello" : "doors.helloAfternoon";
  return (
    <main id="main" className={styles.phone}>
      <div className={styles.head}>
        <h1>{(buildings.length === 1 && buildings[0]) || t("doors.myBuildings")}</h1>
        <p>{t(hello, { name: person?.firstName ?? "", day: formatDay(day, "weekdayLong", t.lang) })}</p>
      </div>
      <a className={`${styles.quiet} ${styles.noPrint}`} href="/veld">
        {t("field.office.takeAlong")}
      </a>
      {open.length === 0 && (
        <p className="py-8 px-5 text-ink-2">
          {actor.buildingIds?.length === 0
            ? t("doors.noBuildings")
            : t("doors.noTasks", { day: formatDay(day, "weekday", t.lang) })}
        </p>
      )}
      <TellSignal buildings={signals} t={t} />
      <TaskList tasks={tasks} today={day} t={t} />
      {open.length > 0 && (
        <a className={`${styles.quiet} ${styles.noPrint}`} href="/kaartjes?vel">
          {t("doors.printCards")}
        </a>
      )}
      {open.length > 0 && <PrintButton label={t("doors.printList")} className={`${styles.quiet} ${styles.noPrint}`} />}
    </main>
  );
}
