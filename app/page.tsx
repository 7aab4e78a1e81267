import { redirect } from "next/navigation";
import { HOME } from "@/lib/auth/permissions";
import { currentActor } from "@/lib/auth/session";

/** The front door: everybody starts where their work is. */
export default async function FrontPage() {
  const actor = await currentActor();
  redirect(actor && actor.role !== "system" ? HOME[actor.role] : "/aanmelden");
}
