import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";

/** Made once per installation, kept in a file of mode 600 in the data folder. */
export interface Secrets {
  /** Password of the embedded server's own role, which may do anything. */
  readonly serverPassword: string;
  /** Password of the embedded database's owner. */
  readonly ownerPassword: string;
  /** Password of the role that the program connects as. */
  readonly programPassword: string;
  /** Signs the sign-in cookies. */
  readonly sessions: string;
  /** Seals the secrets of second steps. */
  readonly seal: string;
  /** With it the SMS gateway signs its delivery reports. */
  readonly smsReports: string;
  /** The ones before these, which still count until somebody forgets them. */
  readonly sessionsBefore?: string;
  readonly sealBefore?: string;
  readonly smsReportsBefore?: string;
  /** Which of its two roles the program connects as: a new password goes to the other one, so that both count for a while. */
  readonly programRole?: "first" | "second";
  /** The other role still has its password. */
  readonly programBefore?: true;
}

const NAMES = ["serverPassword", "ownerPassword", "programPassword", "sessions", "seal", "smsReports"] as const;

/** What `aanbel rotate` can make anew, and the variable of the environment that goes before it. */
export const ROTATED = { sessions: "NEXTAUTH_SECRET", seal: "AANBEL_SEAL_KEY", smsReports: "SMS_REPORT_SECRET" } as const;
export type Rotated = keyof typeof ROTATED;

export const newSecret = () => randomBytes(24).toString("hex");
const fileIn = (dataFolder: string) => path.join(dataFolder, "secrets.json");

/** All of it or nothing, readable to nobody else. */
export function writeSecrets(dataFolder: string, all: object): void {
  const file = fileIn(dataFolder);
  writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Reads the secrets and makes the missing ones. */
export function secretsIn(dataFolder: string): Secrets {
  const file = fileIn(dataFolder);
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = { ...known, ...Object.fromEntries(NAMES.map((name) => [name, known[name] ?? newSecret()])) } as Secrets;
  if (NAMES.some((name) => known[name] === undefined)) writeSecrets(dataFolder, all);
  chmodSync(file, 0o600);
  return all;
}

/** The same while the program runs: as they were when the file is away, or half written, for a moment; nothing is ever made. */
export function secretsNow(dataFolder: string, before: Secrets): Secrets {
  try {
    const read = JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as Partial<Secrets>;
    return NAMES.every((name) => typeof read[name] === "string") ? (read as Secrets) : before;
  } catch {
    return before;
  }
}

/** What the program's processes are told: of the environment when it says so, otherwise of the data folder. Empty counts as not there. */
export function secretsForProgram(secrets: Secrets, env: NodeJS.ProcessEnv): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [name, variable] of Object.entries(ROTATED) as [Rotated, string][]) {
    const given = env[variable];
    told[variable] = given || secrets[name];
    told[`${variable}_BEFORE`] = env[`${variable}_BEFORE`] || (given ? "" : secrets[`${name}Before`]) || "";
  }
  return told;
}

/** What is in force, also where the environment gave it: what a backup has to hold to be read elsewhere. */
export function secretsInForce(dataFolder: string): string {
  const told = secretsForProgram(secretsIn(dataFolder), process.env);
  const pairs = (Object.entries(ROTATED) as [Rotated, string][]).flatMap(([name, variable]) => [
    [name, told[variable]],
    [`${name}Before`, told[`${variable}_BEFORE`]],
  ]);
  return `${JSON.stringify(Object.fromEntries(pairs.filter(([, value]) => value)), null, 2)}\n`;
}

/** Of a backup: what has to stay the same to read what is in it. The passwords of the database are this installation's own. */
export function keepSecrets(dataFolder: string, text: string): void {
  const mine = JSON.parse(readFileSync(fileIn(dataFolder), "utf8")) as Record<string, string>;
  const theirs = JSON.parse(text) as Record<string, string>;
  const all = { ...mine };
  for (const name of Object.keys(ROTATED)) for (const one of [name, `${name}Before`]) if (theirs[one]) all[one] = theirs[one];
  writeSecrets(dataFolder, all);
}
