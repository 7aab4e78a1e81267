import { SYSTEM } from "@/lib/auth/actor";
import { runArrears } from "@/lib/cases/commands/run";
import { importFiles } from "@/lib/intake/commands/import-files";
import { workingDayFrom } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { dateOf, now, realNow } from "@/lib/platform/clock";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { accountsOf, seatsOf } from "../queries/accounts";
import { colleaguesAfternoon, colleaguesMorning, colleaguesNextDay } from "./colleagues";
import { bankFile, rentFile } from "./files";

interface PlayedOn {
  readonly day: Day;
  readonly part: "morning" | "afternoon";
}

/**
 * Plays the demo on by one part of the day: colleagues do their rounds, tenants answer, and overnight the bank's
 * statement and the rent run come in as files, followed by the run. `staffId` sits at the screen: their work waits for them.
 */
export async function playOn(staffId: number | null): Promise<PlayedOn> {
  const { seed } = await prisma().ownClock.findUniqueOrThrow({ where: { id: 1 } });
  if (seed === null) throw new Error("this database has a clock of its own, but no story to play on");
  const at = await now();
  return at.part === "morning" ? toAfternoon(staffId, seed, at.day) : toNextDay(staffId, seed, at.day);
}

const setClock = (day: Day, part: "morning" | "afternoon") =>
  prisma().ownClock.update({ where: { id: 1 }, data: { day: dateOf(day), part, setAt: realNow() } });

async function toAfternoon(staffId: number | null, seed: number, day: Day): Promise<PlayedOn> {
  const { chance, seats } = await seatsOf(sqlOfClient(pool()), seed);
  await colleaguesMorning(staffId, chance, seats);
  await setClock(day, "afternoon");
  await colleaguesAfternoon(staffId, chance, seats);
  return { day, part: "afternoon" };
}

/** Overnight, up to the next working day: what was booked comes in, then the run looks at everything. */
async function toNextDay(staffId: number | null, seed: number, day: Day): Promise<PlayedOn> {
  const sql = sqlOfClient(pool());
  const { chance, seats } = await seatsOf(sql, seed);
  const { moment } = await now();
  const next = workingDayFrom(addDays(day, 1));
  const accounts = await accountsOf(sql, seats, day, moment);
  const files = [await rentFile(sql, day, addDays(next, -1)), await bankFile(sql, chance, accounts, day, addDays(next, -1))];
  await setClock(next, "morning");
  await importFiles(
    SYSTEM,
    files.filter((file) => file !== null),
  );
  await colleaguesNextDay(staffId, chance, seats);
  await runArrears({ day: next, trigger: "import" });
  await enqueue("shadow", {});
  return { day: next, part: "morning" };
}
