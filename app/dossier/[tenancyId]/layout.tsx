import type { ReactNode } from "react";
import { Texts } from "@/components/ui/texts";

/** The words of the case and its forms: they stay in the browser while one walks from case to case. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <Texts rooms={["casepage", "queue", "contact", "holds", "visits", "referrals", "legal", "arrangements", "caretaker.asked"]}>
      {children}
    </Texts>
  );
}
