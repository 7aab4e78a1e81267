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
}

const NAMES = ["serverPassword", "ownerPassword", "programPassword", "sessions", "seal", "smsReports"] as const;

/** Reads the secrets and makes the missing ones. */
export function secretsIn(dataFolder: string): Secrets {
  const file = path.join(dataFolder, "secrets.json");
  const known: Partial<Record<(typeof NAMES)[number], string>> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const all = Object.fromEntries(
    NAMES.map((name) => [name, known[name] ?? randomBytes(24).toString("hex")]),
  ) as unknown as Secrets;
  if (NAMES.some((name) => known[name] === undefined)) {
    writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  chmodSync(file, 0o600);
  return all;
}

/** What is in force, also where the environment gave it: what a backup has to hold to be read elsewhere. */
export function secretsInForce(dataFolder: string): string {
  const { sessions, seal, smsReports } = secretsIn(dataFolder);
  const given = {
    sessions: process.env.NEXTAUTH_SECRET || sessions,
    seal: process.env.AANBEL_SEAL_KEY || seal,
    smsReports: process.env.SMS_REPORT_SECRET || smsReports,
  };
  return `${JSON.stringify(given, null, 2)}\n`;
}

/** Of a backup: what has to stay the same to read what is in it. The passwords of the database are this installation's own. */
export function keepSecrets(dataFolder: string, text: string): void {
  const file = path.join(dataFolder, "secrets.json");
  const [mine, theirs] = [JSON.parse(readFileSync(file, "utf8")), JSON.parse(text)] as Record<string, string>[];
  const all = { ...mine };
  for (const name of ["sessions", "seal", "smsReports"]) if (theirs?.[name]) all[name] = theirs[name];
  writeFileSync(`${file}.new`, `${JSON.stringify(all, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
