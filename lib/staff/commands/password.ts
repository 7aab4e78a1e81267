import { hash, verify } from "@node-rs/argon2";

// argon2id with the package's defaults (19 MiB, 2 passes), as OWASP advises.
export const hashPassword = (password: string): Promise<string> => hash(password);

let stranger: Promise<string> | undefined;
/** Checks against a stand-in when there is no hash, so that an unknown address takes as long as a known one. */
export async function passwordFits(known: string | null, password: string): Promise<boolean> {
  stranger ??= hash("nobody has this password");
  const fits = await verify(known ?? (await stranger), password);
  return known !== null && fits;
}
