import pg from "pg";
import { makeProgramRole, programRoles, withoutPassword } from "./grants";
import { letsIn, programUrl } from "./program-url";
import { newSecret, ROTATED, type Rotated, type Secrets, secretsIn, writeSecrets } from "./secrets";

/** A secret of the installation that can be made anew while the program runs. */
export type Rotatable = Rotated | "database";
export const ROTATABLE: readonly Rotatable[] = [...(Object.keys(ROTATED) as Rotated[]), "database"];

/**
 * Makes one secret anew. The one before it goes on counting, so that nobody notices, until it is forgotten.
 * @param given the environment the program was started with
 * @returns "given" when the environment says what it is; "before" when the one before was not forgotten yet; "no-role" when the owner may
 *   not make roles
 */
export async function rotate(
  what: Rotatable,
  dataFolder: string,
  ownerUrl: string,
  given: NodeJS.ProcessEnv,
): Promise<"rotated" | "given" | "before" | "no-role" | "not-let-in"> {
  const secrets = secretsIn(dataFolder);
  if (what === "database") return newPassword(dataFolder, secrets, ownerUrl);
  if (given[ROTATED[what]]) return "given";
  if (secrets[`${what}Before`]) return "before";
  writeSecrets(dataFolder, { ...secrets, [what]: newSecret(), [`${what}Before`]: secrets[what] });
  return "rotated";
}

/** What came before it counts no more. Answers "nothing" when there was none. */
export async function forget(what: Rotatable, dataFolder: string, ownerUrl: string): Promise<"forgotten" | "nothing"> {
  const secrets = secretsIn(dataFolder);
  if (what === "database") {
    const { programRole, programBefore, ...rest } = secrets;
    if (!programBefore) return "nothing";
    await asOwner(ownerUrl, async (client) => {
      const { first, second } = programRoles(client.database ?? "");
      await withoutPassword(client, programRole === "second" ? first : second);
    });
    writeSecrets(dataFolder, { ...rest, programRole });
    return "forgotten";
  }
  const before = `${what}Before` as const;
  if (secrets[before] === undefined) return "nothing";
  writeSecrets(dataFolder, { ...secrets, [before]: undefined });
  return "forgotten";
}

async function newPassword(
  dataFolder: string,
  secrets: Secrets,
  ownerUrl: string,
): Promise<"rotated" | "before" | "no-role" | "not-let-in"> {
  if (secrets.programBefore) return "before";
  const programRole = secrets.programRole === "second" ? "first" : "second";
  const programPassword = newSecret();
  const made = await asOwner(ownerUrl, (client) => makeProgramRole(client, programRole, programPassword));
  if (!made) return "no-role";
  // Before anybody is told: who does not get in this way goes on as before.
  if (!(await letsIn(programUrl(ownerUrl, { ...secrets, programRole, programPassword })))) return "not-let-in";
  writeSecrets(dataFolder, { ...secrets, programRole, programPassword, programBefore: true });
  return "rotated";
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return work(client).finally(() => client.end());
}
