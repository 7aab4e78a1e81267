import type { From } from "@/lib/staff/commands/failures";

/** A browser of which nothing is known. */
export const NOWHERE: From = { agent: null, address: null, browser: null };
