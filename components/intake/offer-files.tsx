import { ActionForm } from "@/components/ui/action-form";
import { DayField } from "@/components/ui/field";
import type { Translate } from "@/lib/i18n/phrase";
import { offer } from "@/lib/intake/actions";
import { FilesField } from "./files-field";
import { ReadButton } from "./read-button";

/** Several files at once; each is recognised by what is in it. */
export function OfferFiles({ t }: { t: Translate }) {
  return (
    <ActionForm action={offer}>
      <FilesField label={t("intake.screen.files")} hint={t("intake.screen.filesHint")} />
      <DayField name="completeThrough" label={t("intake.screen.completeThrough")} hint={t("intake.screen.completeThroughHint")} />
      <ReadButton label={t("intake.screen.read")} busy={t("intake.screen.reading")} />
    </ActionForm>
  );
}
