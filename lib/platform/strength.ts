import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** A password that is the only proof is long (NIST SP 800-63B-4, 3.1.1.2); three or four words are. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 200;

/** Of 4: from here on guessing offline takes too long to be worth it (zxcvbn's own scale). */
const STRONG_ENOUGH = 3;

let made: ZxcvbnFactory | undefined;
const estimator = () => (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: LONGEST_PASSWORD }));

/** Words that everybody here would try first. */
const OURS = ["aanbel", "woning", "huurder", "corporatie", "wachtwoord", "welkom", "huismeester", "woonconsulent"];

export type PasswordProblem = "passwordShort" | "passwordLong" | "passwordGuessable";

/**
 * What is wrong with a password somebody chose: too short, too long, or to be guessed because it stands in a list of breached ones, is a row
 * of keys, or is made of what is known of its owner. No rules on what signs it holds (ASVS 5.0, 6.2.1 to 6.2.5).
 * @param known what others know of its owner: name, e-mail
 */
export function passwordProblem(password: string, known: readonly string[] = []): PasswordProblem | null {
  if ([...password].length < SHORTEST_PASSWORD) return "passwordShort";
  if ([...password].length > LONGEST_PASSWORD) return "passwordLong";
  const parts = known.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 2);
  const { score } = estimator().check(password, [...OURS, ...known, ...parts]);
  return score < STRONG_ENOUGH ? "passwordGuessable" : null;
}
