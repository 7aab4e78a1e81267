"use server";

import { action } from "@/lib/auth/action";
import { letCount as count, settle as looked, revoke as lost } from "./commands/settle";
import { countSchema, revokeSchema, settleSchema } from "./schema";

export const settle = action("action:field.settle", settleSchema, looked);
export const letCount = action("action:field.letCount", countSchema, count);
export const revoke = action("action:field.revoke", revokeSchema, lost);
