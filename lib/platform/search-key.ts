import { sealed, unsealed } from "./seal";

/** A name that is looked for never stands in an address, which ends up in logs and histories: a key stands there that only we can read. */
export const searchKey = (text: string): string => `~${sealed("search", text)}`;

/** The words behind a key; what is none is words itself. Null when the key is not ours. */
export const searchText = (word: string): string | null => (word.startsWith("~") ? unsealed("search", word.slice(1)) : word);
