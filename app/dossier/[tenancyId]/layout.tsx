import type { ReactNode } from "react";
import { Texts } from "@/components/ui/texts";
import { allowed } from "@/lib/auth/permissions";
import { signedIn } from "@/lib/auth/session";

/**
 * The words of the case and its forms: they stay in the browser while one walks from case to case. Nobody gets them who may not open one: they
 * are about debt, and go along with the page that says it is not there.
 */
export default async function Layout({ children }: { children: ReactNode }) {
  const role = (await signedIn())?.actor.role;
  if (!role || role === "system" || !allowed(role, "page:/dossier/[tenancyId]")) return children;
  return (
    <Texts rooms={["casepage", "queue", "contact", "holds", "visits", "referrals", "legal", "arrangements", "caretaker.asked"]}>
      {children}
    </Texts>
  );
}
