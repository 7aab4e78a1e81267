"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { endHold, erasePerson, exportPerson, holdPerson } from "@/lib/privacy/actions";

/** Hands a file to the browser, which keeps it where it keeps its downloads. */
function download(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function keep({ name, json, pdf }: { name: string; json: string; pdf: string | null }): void {
  if (pdf)
    download(
      `${name}.pdf`,
      Uint8Array.from(atob(pdf), (sign) => sign.charCodeAt(0)),
      "application/pdf",
    );
  download(`${name}.json`, json, "application/json");
}

/** Everything about one person as a file; why is asked and written down. */
export function ExportForm({ personId }: { personId: number }) {
  const t = useText();
  return (
    <ActionForm action={exportPerson} hidden={{ personId }} onDone={keep} done={t("privacy.person.exported")}>
      <p className="text-s text-ink-2">{t("privacy.person.exportHint")}</p>
      <TextField name="reason" label={t("privacy.person.why")} autoComplete="off" />
      <SubmitButton kind="plain">{t("privacy.person.export")}</SubmitButton>
    </ActionForm>
  );
}

/** Erasing cannot be undone; what stands in the way is said before. */
export function EraseForm({ personId, inTheWay }: { personId: number; inTheWay: readonly string[] }) {
  const t = useText();
  const router = useRouter();
  if (inTheWay.length > 0)
    return (
      <ul className="pl-5">
        {inTheWay.map((reason) => (
          <li key={reason}>{t(`privacy.refused.${reason}`)}</li>
        ))}
      </ul>
    );
  return (
    <ActionForm action={erasePerson} hidden={{ personId }} deliberate onDone={() => router.refresh()}>
      <p>{t("privacy.person.eraseHint")}</p>
      <Tick name="sure" label={t("privacy.person.eraseSure")} />
      <SubmitButton kind="need">{t("privacy.person.erase")}</SubmitButton>
    </ActionForm>
  );
}

/** Keeps everything of somebody, with why; or lets the terms count again. */
export function HoldForm({ personId, hold }: { personId: number; hold: { id: number; reason: string } | null }) {
  const t = useText();
  const router = useRouter();
  if (hold)
    return (
      <ActionForm action={endHold} hidden={{ holdId: hold.id }} onDone={() => router.refresh()}>
        <p>{t("privacy.person.held", { reason: hold.reason })}</p>
        <SubmitButton kind="plain" size="small">
          {t("privacy.person.letGo")}
        </SubmitButton>
      </ActionForm>
    );
  return (
    <ActionForm action={holdPerson} hidden={{ personId }} onDone={() => router.refresh()}>
      <p className="text-s text-ink-2">{t("privacy.person.holdHint")}</p>
      <TextField name="reason" label={t("privacy.person.why")} autoComplete="off" />
      <SubmitButton kind="plain">{t("privacy.person.hold")}</SubmitButton>
    </ActionForm>
  );
}
