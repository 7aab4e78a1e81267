"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { refused } from "@/lib/kernel/outcome";
import { diskRoom, fits } from "@/lib/platform/disk";
import { removeMapping as endMapping } from "./commands/remove-mapping";
import { saveMapping as keepMapping } from "./commands/save-mapping";
import { applyUpload, checkAgain, discardUpload, takeUpload, tryAgain } from "./commands/upload";
import { columnsOfUpload } from "./queries/uploads";
import { mappingSchema, offerSchema, removeMappingSchema, uploadSchema } from "./schema";

/** Takes files and shows what they would do. */
export const offer = action("action:intake.offer", offerSchema, async (actor, { files, completeThrough }) => {
  const bytes = files.reduce((sum, file) => sum + file.size, 0);
  if (!fits(bytes, (await diskRoom()).free)) return refused("disk-full");
  redirect(`/bestanden/aanbod/${await takeUpload(actor, files, completeThrough)}`);
});

/** Brings in what was looked at. */
export const apply = action("action:intake.apply", uploadSchema, (actor, { uploadId }) => applyUpload(actor, uploadId));

/** Has files worked on again whose job was lost. */
export const retry = action("action:intake.retry", uploadSchema, (actor, { uploadId }) => tryAgain(actor, uploadId));

/** Throws away what was offered. */
export const discard = action("action:intake.discard", uploadSchema, async (actor, { uploadId }) => {
  const outcome = await discardUpload(actor, uploadId);
  return outcome.ok ? redirect("/bestanden") : outcome;
});

/** Ends how a source names its columns. */
export const removeMapping = action("action:intake.removeMapping", removeMappingSchema, (actor, { mappingId }) =>
  endMapping(actor, mappingId),
);

/** Keeps how a source names its columns, and looks at its files again. */
export const saveMapping = action("action:intake.saveMapping", mappingSchema, async (actor, { uploadId, index, ...mapping }) => {
  const head = await columnsOfUpload(uploadId, index);
  if (!head) return refused("upload-not-ready");
  const outcome = await keepMapping(actor, { ...mapping, header: head.header });
  if (!outcome.ok) return outcome;
  await checkAgain(actor, uploadId);
  redirect(`/bestanden/aanbod/${uploadId}`);
});
