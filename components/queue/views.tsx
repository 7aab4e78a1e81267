"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { useText } from "@/components/ui/text-context";
import { Tick } from "@/components/ui/tick";
import { removeView, saveView } from "@/lib/queue/actions";
import type { SavedView } from "@/lib/queue/domain/views";

/** Lists that one keeps under a name, and those that colleagues share; the one on the screen can be added. */
export function Views({ views, address }: { views: readonly SavedView[]; address: string }) {
  const t = useText();
  const router = useRouter();
  return (
    <details className="relative inline-block max-[720px]:static" data-menu>
      <summary className="cursor-pointer list-none underline decoration-control underline-offset-4 hover:text-ink [&::-webkit-details-marker]:hidden">
        {t("queue.views.title", { count: views.length })}
      </summary>
      <div className="absolute left-0 z-40 mt-1 grid w-72 max-w-[calc(100vw-2rem)] gap-3 max-[720px]:inset-x-4 max-[720px]:w-auto rounded-3 bg-sheet p-4 text-ink shadow-float">
        {views.length === 0 && <p className="text-ink-2">{t("queue.views.none")}</p>}
        <ul className="grid list-none gap-1">
          {views.map((view) => (
            <li key={view.id} className="flex items-center justify-between gap-2">
              <Link
                className="min-h-6 wrap-anywhere"
                href={view.address}
                prefetch={false}
                aria-current={view.address === address ? "true" : undefined}
              >
                {view.name}
                {view.by !== null && <span className="text-ink-2"> · {t("queue.views.by", { name: view.by })}</span>}
              </Link>
              {view.by === null && (
                <ActionForm action={removeView} hidden={{ viewId: view.id }} onDone={() => router.refresh()}>
                  <SubmitButton kind="quiet" size="small" aria-label={t("queue.views.removeOf", { name: view.name })}>
                    {t("queue.views.remove")}
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
        <ActionForm
          action={saveView}
          hidden={{ address }}
          onDone={() => router.refresh()}
          done={t("queue.views.saved")}
          className="form border-t border-line pt-3"
        >
          <TextField
            name="name"
            label={t("queue.views.name")}
            hint={t("queue.views.nameHint")}
            maxLength={40}
            autoComplete="off"
          />
          <Tick name="shared" label={t("queue.views.shared")} />
          <SubmitButton kind="plain" size="small">
            {t("queue.views.save")}
          </SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
