import { headers } from "next/headers";
import { env } from "../platform/env";

/** Under which name a passkey is made: the host people use, and the address a browser then says it is at. */
export interface Place {
  readonly host: string;
  readonly origin: string;
}

/** The address people use: the one that was set, or on this machine itself the one that was asked for. */
export async function place(): Promise<Place> {
  const known = env.publicUrl();
  const origin = known ? new URL(known).origin : `http://${(await headers()).get("host") ?? "localhost"}`;
  return { origin, host: new URL(origin).hostname };
}
