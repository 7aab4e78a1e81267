import { enqueue } from "../platform/jobs";
import type { Jobs } from "../platform/queues";
import { beginShadows, failRehearsal } from "./commands/ask";
import { rehearse as rehearseCommand } from "./commands/rehearse";

/** Tries a draft; tried again after a fault it goes on where it stood. */
export async function rehearse({ rehearsalId }: Jobs["rehearse"]): Promise<void> {
  try {
    await rehearseCommand(rehearsalId);
  } catch (error) {
    await failRehearsal(rehearsalId);
    throw error;
  }
}

/** After the night's run: the drafts that run along. */
export async function shadow(): Promise<void> {
  for (const rehearsalId of await beginShadows()) await enqueue("rehearse", { rehearsalId });
}
