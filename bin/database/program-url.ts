import pg from "pg";
import { programRoles } from "./grants";
import type { Secrets } from "./secrets";

/** The address of the database as the role the program connects as. */
export function programUrl(ownerUrl: string, { programRole = "first", programPassword }: Secrets): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(programRoles(decodeURIComponent(url.pathname.slice(1)))[programRole]);
  url.password = programPassword;
  return url.toString();
}

/** Whether somebody with this address gets in. */
export async function letsIn(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}
