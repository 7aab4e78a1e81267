"use client";

import { Button } from "@/components/ui/button";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";

interface Props {
  /** What follows once this is recorded, in words. */
  then?: string;
  /** Words on the button; `Vastleggen, volgende` when left out. */
  save?: string;
  onCancel: () => void;
}

/** The end of every form of the desk: what follows, the one button, and the way back. */
export function FormFoot({ then, save, onCancel }: Props) {
  const t = useText();
  return (
    <>
      {then && <p className="text-s text-ink-2">{then}</p>}
      <div className="form-line">
        <SubmitButton size="small">{save ?? t("casepage.form.saveNext")}</SubmitButton>
        <Button kind="quiet" size="small" onClick={onCancel}>
          {t("casepage.form.cancel")}
        </Button>
      </div>
    </>
  );
}
