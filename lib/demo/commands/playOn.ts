import type { Actor } from "@/lib/auth/actor";
import { SYSTEM } from "@/lib/auth/actor";
import { runArrears } from "@/lib/cases/commands/run";
import { importFiles } from "@/lib/intake/commands/importFiles";
import { workingDayFrom } from "@/lib/kernel/calendar";
import { addDays, type Day } from "@/lib/kernel/day";
import { done, type Outcome, refused } from "@/lib/kernel/outcome";
import { dateOf, now, realNow } from "@/lib/platform/clock";
import { pool, prisma, sqlOfClient } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { accountsOf, seatsOf } from "../queries/accounts";
import { colleaguesAfternoon, colleaguesMorning, colleaguesNextDay } from "./colleagues";
import { bankFile, rentFile } from "./files";

export interface PlayedOn {
  readonly day: Day;
  readonly part: "morning" | "afternoon";
}

/** Two people pressing at once play one part of the day, not two. */
const PLAY_LOCK = 7390;

/**
 * Plays the demo on by one part of the day: colleagues do their rounds, tenants answer, and overnight the bank's
 * statement and the rent run come in as files, followed by the run. Only where the database has its own clock.
 */
export async function playOn(actor: Actor): Promise<Outcome<PlayedOn, "no-own-clock" | "busy">> {
  const client = await pool().connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>("SELECT pg_try_advisory_lock($1) AS mine", [PLAY_LOCK]);
    if (!rows[0]?.mine) return refused("busy");
    try {
      const clock = await prisma().ownClock.findUnique({ where: { id: 1 } });
      if (!clock || clock.seed === null) return refused("no-own-clock");
      const at = await now();
      return done(
        at.part === "morning" ? await toAfternoon(actor, clock.seed, at.day) : await toNextDay(actor, clock.seed, at.day),
      );
    } finally {
      await client.query("SELECT pg_advisory_unlock($1)", [PLAY_LOCK]);
    }
  } finally {
    client.release();
  }
}

const setClock = (day: Day, part: "morning" | "afternoon") =>
  prisma().ownClock.update({ where: { id: 1 }, data: { day: dateOf(day), part, setAt: realNow() } });

async function toAfternoon(actor: Actor, seed: number, day: Day): Promise<PlayedOn> {
  const { chance, seats } = await seatsOf(sqlOfClient(pool()), seed);
  await colleaguesMorning(actor, chance, seats);
  await setClock(day, "afternoon");
  await colleaguesAfternoon(actor, chance, seats);
  return { day, part: "afternoon" };
}

/** Overnight, up to the next working day: what was booked comes in, then the run looks at everything. */
async function toNextDay(actor: Actor, seed: number, day: Day): Promise<PlayedOn> {
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
  await colleaguesNextDay(actor, chance, seats);
  await runArrears({ day: next, trigger: "import" });
  await enqueue("shadow", {});
  return { day: next, part: "morning" };
}
