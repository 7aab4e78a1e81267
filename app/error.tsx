"use client";

import { Button, LinkButton } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { useText } from "@/components/ui/text-context";

/** A bug reached a screen: says so, keeps calm, offers the way on. The code finds the line in the log. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useText();
  return (
    <main id="main" className="page max-w-184">
      <Empty title={t("shell.broken")}>
        <p>{t("shell.brokenWhy", { code: error.digest ?? "–" })}</p>
        <p className="form-line justify-center mt-5">
          <Button kind="go" size="small" onClick={reset}>
            {t("shell.again")}
          </Button>
          <LinkButton href="/">{t("shell.goHome")}</LinkButton>
        </p>
      </Empty>
    </main>
  );
}
