import { z } from "zod";
import { commandId, dayField, id, note } from "./fields";

/** A death that was checked: from now on it counts. */
export const recordDeathSchema = z.object({ commandId, tenancyId: id, personId: id, deceasedOn: dayField });
export type RecordDeathInput = z.output<typeof recordDeathSchema>;

/** A number the desk learned; recognised as mobile or landline by the product. */
export const addNumberSchema = z.object({
  commandId,
  tenancyId: id,
  personId: id,
  number: z.string("cases.field.number").trim().min(5, "cases.field.number").max(30, "cases.field.number"),
});
export type AddNumberInput = z.output<typeof addNumberSchema>;

/** Somebody found out what was the matter. */
export const resolveProblemSchema = z.object({ commandId, problemId: id, note });
export type ResolveProblemInput = z.output<typeof resolveProblemSchema>;
