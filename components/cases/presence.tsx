"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import type { Claim } from "@/lib/claims/domain";

/** Walking past a case is not opening it. */
const OPEN_MS = 1_500;
const AGAIN_MS = 20_000;
/** Longer than a call lasts. */
const CALL_MS = 10 * 60_000;
/** Somebody presses a number to call. */
export const CALLING = "aanbel.calling";

let claims: readonly Claim[] = [];
const listeners = new Set<() => void>();
const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const none: readonly Claim[] = [];

async function tell(tenancyId: number | null, more: { calling?: boolean; take?: boolean } = {}): Promise<void> {
  const answer = await fetch("/api/aanwezig", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ tenancyId, ...more }),
  }).catch(() => null);
  if (!answer?.ok) return;
  const { claims: now } = (await answer.json()) as { claims: readonly Claim[] };
  if (JSON.stringify(now) === JSON.stringify(claims)) return;
  claims = now;
  for (const listener of listeners) listener();
}

/** The colleague who has this case open, if somebody else has. */
function useOther(tenancyId: number): Claim | null {
  const known = useSyncExternalStore(
    listen,
    () => claims,
    () => none,
  );
  return known.find((claim) => claim.tenancyId === tenancyId && !claim.mine) ?? null;
}

/** Tells colleagues which case is open here while the page is looked at, and hears which ones they have. */
export function Presence({ tenancyId }: { tenancyId: number | null }) {
  useEffect(() => {
    let calling = false;
    const beat = () => {
      if (document.visibilityState === "visible") void tell(tenancyId, { calling });
    };
    // Whoever hangs up without a word is not on the phone for ever.
    let hungUp: ReturnType<typeof setTimeout> | undefined;
    const call = () => {
      calling = true;
      beat();
      clearTimeout(hungUp);
      hungUp = setTimeout(() => {
        calling = false;
        beat();
      }, CALL_MS);
    };
    const first = setTimeout(beat, OPEN_MS);
    const again = setInterval(beat, AGAIN_MS);
    document.addEventListener("visibilitychange", beat);
    window.addEventListener(CALLING, call);
    return () => {
      clearTimeout(first);
      clearTimeout(hungUp);
      clearInterval(again);
      document.removeEventListener("visibilitychange", beat);
      window.removeEventListener(CALLING, call);
    };
  }, [tenancyId]);
  return null;
}

/** In the row: who has it open. */
export function ClaimMark({ tenancyId }: { tenancyId: number }) {
  const t = useText();
  const other = useOther(tenancyId);
  if (!other) return null;
  return (
    <span className="rounded-1 bg-accent-wash px-1 text-s font-semibold text-accent">
      {t(other.calling ? "queue.claim.calling" : "queue.claim.open", { name: other.firstName })}
    </span>
  );
}

/** On the case: a colleague has it open, so two do not ring one tenant; taking it over is a choice. */
export function ClaimNotice({ tenancyId }: { tenancyId: number }) {
  const t = useText();
  const other = useOther(tenancyId);
  return (
    <div role="status">
      {other && (
        <div className="mb-3 print:hidden">
          <Notice kind="need">
            <b>{t(other.calling ? "queue.claim.callingHere" : "queue.claim.openHere", { name: other.firstName })}</b>{" "}
            <Button kind="quiet" size="small" onClick={() => void tell(tenancyId, { take: true })}>
              {t("queue.claim.take")}
            </Button>
          </Notice>
        </div>
      )}
    </div>
  );
}
