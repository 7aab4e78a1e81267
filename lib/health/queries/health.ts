import { connect } from "node:tls";
import { completeBySource } from "@/lib/bank/queries/complete";
import { smsProblem } from "@/lib/contact/channels/sms";
import { gateway } from "@/lib/contact/queries/gateway";
import { earliest, parseDay } from "@/lib/kernel/day";
import { now, realNow } from "@/lib/platform/clock";
import { prisma, sqlOf } from "@/lib/platform/db";
import { diskRoom } from "@/lib/platform/disk";
import { env } from "@/lib/platform/env";
import { sqlFile } from "@/lib/platform/sqlfile";
import type { Facts } from "../domain/standing";

interface Counts {
  runDay: string | null;
  runAt: Date | null;
  runStuck: number;
  jobsWaiting: number;
  jobsOldest: number | null;
  jobsFailed: number;
  smsWaiting: number;
  smsUncertain: number;
  smsUndelivered: number;
  fieldWaiting: number;
  signInsFailed: number;
  tidiedAt: Date | null;
  databaseVersion: string;
  modelVersion: string;
  databaseBytes: string;
}

export interface Health extends Facts {
  readonly runAt: Date | null;
  readonly tidiedAt: Date | null;
  readonly backupAt: Date | null;
  readonly databaseVersion: string;
  readonly modelVersion: string;
  readonly nodeVersion: string;
}

const CERTIFICATE_MS = 3_000;

/** Days until the certificate of the address people use is over; null without TLS, or when nobody answers there. */
function certificateDays(): Promise<number | null> {
  const address = env.publicUrl();
  if (!address?.startsWith("https://")) return Promise.resolve(null);
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const options = { host: hostname, port: Number(port || 443), servername: hostname, rejectUnauthorized: false };
    const socket = connect(options, () => {
      const until = new Date(socket.getPeerCertificate().valid_to).getTime();
      socket.end();
      resolve(Number.isNaN(until) ? null : Math.floor((until - realNow().getTime()) / 86_400_000));
    });
    socket.setTimeout(CERTIFICATE_MS, () => socket.destroy());
    socket.on("error", () => resolve(null));
    socket.on("close", () => resolve(null));
  });
}

/** Under this key stands when the newest backup was made and checked. */
export const BACKUP = "backup";

/** Everything an administrator wants to know in the morning. */
export async function health(): Promise<Health> {
  const db = prisma();
  const [{ day }, [counts], disk, certificate, complete, backup] = await Promise.all([
    now(),
    sqlOf(db)<Counts>(sqlFile("health/counts"), []),
    diskRoom(),
    certificateDays(),
    completeBySource((await now()).moment),
    db.setting.findUnique({ where: { key: BACKUP } }),
  ]);
  if (!counts) throw new Error("no counts");
  const madeAt = (backup?.value as { madeAt?: string } | undefined)?.madeAt;
  const backupAt = madeAt ? new Date(madeAt) : null;
  const days = complete.accounts.flatMap(({ through }) => (through === null ? [] : [through]));
  const { runDay, databaseBytes, ...rest } = counts;
  return {
    ...rest,
    today: day,
    runDay: runDay ? parseDay(runDay) : null,
    bankThrough: days.length > 0 ? days.reduce(earliest) : complete.erp,
    smsProblem: smsProblem(await gateway()),
    diskFree: disk.free,
    diskWhole: disk.whole,
    backupAt,
    backupAge: backupAt && Math.max(0, Math.floor((realNow().getTime() - backupAt.getTime()) / 1_000)),
    certificateDays: certificate,
    databaseBytes: Number(databaseBytes),
    nodeVersion: process.versions.node,
  };
}

/** Whether the program can do its work at all: the database answers. */
export const answers = (): Promise<boolean> =>
  sqlOf(prisma())("SELECT 1 AS one", []).then(
    () => true,
    () => false,
  );
