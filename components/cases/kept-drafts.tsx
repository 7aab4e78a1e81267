"use client";

import { Button } from "@/components/ui/button";
import { useKeptDrafts } from "@/components/ui/drafts";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import { panelTitle } from "./more-acts";
import { isPanel, type Panel } from "./primary";

/** What was typed here and not recorded: one line per form, to go on with or to throw away. */
export function KeptDrafts({ panel, open }: { panel: Panel | null; open: (panel: Panel) => void }) {
  const t = useText();
  const { forms: kept, discard } = useKeptDrafts();
  const forms = kept.filter((form): form is Panel => isPanel(form) && form !== panel);
  if (forms.length === 0) return null;
  return (
    <div className="mt-3 print:hidden">
      <Notice kind="need">
        <b>{t("casepage.draft.title")}</b>
        {forms.map((form) => (
          <p key={form} className="flex flex-wrap items-center gap-x-2">
            {panelTitle(form, t)}
            <Button kind="quiet" size="small" onClick={() => open(form)}>
              {t("casepage.draft.goOn")}
            </Button>
            <Button kind="quiet" size="small" onClick={() => discard(form)}>
              {t("casepage.draft.discard")}
            </Button>
          </p>
        ))}
      </Notice>
    </div>
  );
}
