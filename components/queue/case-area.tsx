import type { ReactNode } from "react";
import { Area } from "@/components/ui/area";
import { Empty } from "@/components/ui/empty";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./queue.module.css";

/** Where the chosen case comes in beside the list, which is there before it and stays when it cannot be shown. */
export function CaseArea({ of, t, children }: { of: number | null; t: Translate; children: ReactNode }) {
  const broken = (
    <div className={styles.case}>
      <Empty title={t("shell.broken")}>
        <p>{t("queue.caseBroken")}</p>
      </Empty>
    </div>
  );
  return (
    <Area of={String(of)} waiting={<div className={styles.case} aria-busy="true" />} broken={broken}>
      {children}
    </Area>
  );
}
