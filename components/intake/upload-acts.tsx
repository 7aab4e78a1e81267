import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/phrase";
import { apply, discard, retry } from "@/lib/intake/actions";
import styles from "./intake.module.css";

/** Bring in what was looked at, or throw it away. */
export function UploadActs({ t, uploadId, may }: { t: Translate; uploadId: string; may: boolean }) {
  return (
    <div className={styles.acts}>
      {may && (
        <ActionForm action={apply} hidden={{ uploadId }} className="">
          <SubmitButton>{t("intake.screen.apply")}</SubmitButton>
        </ActionForm>
      )}
      <ActionForm action={discard} hidden={{ uploadId }} className="">
        <SubmitButton kind="plain">{t("intake.screen.discard")}</SubmitButton>
      </ActionForm>
    </div>
  );
}

/** For work that was lost on the way: do it again, without reading anything twice. */
export function RetryUpload({ t, uploadId }: { t: Translate; uploadId: string }) {
  return (
    <ActionForm action={retry} hidden={{ uploadId }} className={styles.acts} done={t("intake.screen.retrying")}>
      <span>{t("intake.screen.lost")}</span>
      <SubmitButton kind="plain">{t("intake.screen.retry")}</SubmitButton>
    </ActionForm>
  );
}
