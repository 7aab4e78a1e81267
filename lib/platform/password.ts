import { hash, verify } from "@node-rs/argon2";
import { turns } from "./turns";

/** One at a time per process: many who sign in at once wait for one another, and for nobody's page. */
const inTurn = turns(1, 200);

// argon2id with the package's defaults (19 MiB, 2 passes), as OWASP advises.
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password));

let stranger: Promise<string> | undefined;
/**
 * Checks against a stand-in when there is no hash, so that an unknown address takes as long as a known one. Never called inside a
 * transaction: it would hold a connection as long as it computes.
 * @throws Busy when too many sign in at once
 */
export async function passwordFits(known: string | null, password: string): Promise<boolean> {
  stranger ??= hash("nobody has this password");
  const against = known ?? (await stranger);
  const fits = await inTurn(() => verify(against, password));
  return known !== null && fits;
}
