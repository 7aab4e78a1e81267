import Link from "next/link";
import type { Translate } from "@/lib/i18n/phrase";
import styles from "./sign-in.module.css";

interface Plate {
  email: string;
  name: string;
  role: string;
}

/** The demo's colleagues as name plates beside a bell: one tap fills the form. Links, so that it works without JavaScript. */
export function BellPanel({ t, plates, chosen, to }: { t: Translate; plates: readonly Plate[]; chosen: string; to: string }) {
  const back = to ? `&naar=${encodeURIComponent(to)}` : "";
  return (
    <ul className={styles.plates}>
      {plates.map((plate) => (
        <li key={plate.email}>
          <Link
            className={styles.plate}
            href={`/aanmelden?als=${encodeURIComponent(plate.email.split("@")[0] ?? "")}${back}`}
            aria-current={plate.email === chosen ? "true" : undefined}
            scroll={false}
            replace
          >
            <span className={styles.bell} aria-hidden />
            <span>
              <b>{plate.name}</b>
              <span className="text-ink-2 font-normal text-s">{t(`common.role.${plate.role}`)}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
