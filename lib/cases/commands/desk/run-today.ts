import type { Actor } from "@/lib/auth/actor";
import { done } from "@/lib/kernel/outcome";
import { enqueue } from "@/lib/platform/jobs";

/** The button: asks for today's run, which the worker does. Asking twice gives the same answers. */
export async function runToday(actor: Actor) {
  await enqueue("run", { trigger: "button", staffId: actor.staffId });
  return done({ asked: true });
}
