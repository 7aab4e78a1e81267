"use server";

import { action } from "@/lib/auth/action";
import { done } from "@/lib/kernel/outcome";
import { takeUpload } from "./commands/upload";
import { offerSchema } from "./schema";

/** Answers how many files were looked at; 0 when they are read in the background. What became of each stands in the history. */
export const offer = action("action:intake.offer", offerSchema, async (actor, { files, completeThrough }) => {
  const reports = await takeUpload(actor, files, completeThrough);
  return done({ files: reports?.length ?? 0 });
});
