"use client";

import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import type { Ringing } from "@/lib/cases/domain/caller";

/** Who is on the line, and what may be said to them. */
export function RingingNotice({ ringing, name, hears }: { ringing: Ringing; name: string | null; hears: boolean }) {
  const t = useText();
  const said = ringing.spokeWith === "other" ? "noMandate" : !hears ? "appointmentsOnly" : `identity.${ringing.identity}`;
  return (
    <div className="mt-3">
      <Notice>
        {name && <b>{t("casepage.ringing.who", { name })} </b>}
        {t(`casepage.ringing.${said}`)}
      </Notice>
    </div>
  );
}
