"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { useText } from "@/components/ui/text-context";

const AGAIN_MS = 20_000;

/** Says how many cases came into the list since it was shown; they stand in it when one asks, never by themselves under the cursor. */
export function NewRows({ address, mark }: { address: string; mark: number }) {
  const t = useText();
  const router = useRouter();
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      const query = new URLSearchParams(address.split("?")[1]);
      query.set("na", String(mark));
      const answer = await fetch(`/api/nieuw?${query}`).catch(() => null);
      if (answer?.ok) setCount(((await answer.json()) as { count: number }).count);
    };
    const look = () => void ask();
    const again = setInterval(look, AGAIN_MS);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", look);
    };
  }, [address, mark]);
  return (
    <div role="status">
      {count > 0 && (
        <p className="border-b border-line px-5 py-2 max-[1360px]:px-4">
          <Button kind="quiet" size="small" onClick={() => router.refresh()}>
            {t("queue.fresh", { count })}
          </Button>
        </p>
      )}
    </div>
  );
}
