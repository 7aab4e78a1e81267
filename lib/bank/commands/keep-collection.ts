import type pg from "pg";
import type { Collection } from "../domain/line";

/** Keeps a collection that we sent to the bank, to lay beside the one amount in which the bank books it. Answers whether it is new. */
export async function keepCollection(
  client: pg.ClientBase,
  { accountId, fileId, moment }: { readonly accountId: number; readonly fileId: number; readonly moment: Date },
  { messageId, batchId, collectOn, count, cents }: Collection,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO collection_batch (account_id, message_id, batch_id, collect_on, count, amount_cents, file_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
    [accountId, messageId, batchId, collectOn, count, cents, fileId, moment],
  );
  return rowCount === 1;
}
