import Link from "next/link";
import { SignInAgain } from "@/components/staff/sign-in-again";
import { buttonClass } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { Doorbell } from "@/components/ui/pictograms";
import type { Role } from "@/lib/auth/actor";
import { allowed, type Entry } from "@/lib/auth/permissions";
import { playOn } from "@/lib/clock/actions";
import type { Translate } from "@/lib/i18n/phrase";
import { DemoClock } from "./demo-clock";
import { Find } from "./find";
import { Keys } from "./keys";
import { Menu } from "./menu";
import { NavLinks } from "./nav-links";

const PLACES = [
  ["/werklijst", "queue"],
  ["/huisbezoeken", "visits"],
  ["/huismeester", "caretaker"],
  ["/te-plaatsen", "suspense"],
  ["/bestanden", "files"],
  ["/resultaten", "results"],
  ["/regels", "rules"],
  ["/inzage", "privacy"],
  ["/beheer", "staff"],
] as const;

interface Props {
  t: Translate;
  firstName: string;
  name: string;
  email: string;
  role: Role;
  /** The database's own clock, in words; null when it runs in real time. */
  clock: string | null;
  /** Words of the way to sign in at the organisation, for who does so; else null. */
  elsewhere: string | null;
}

/** The bar on top of every page for whoever is signed in. It shows only where this role may go. */
export function Shell({ t, firstName, name, email, role, clock, elsewhere }: Props) {
  // Who only reads the rules finds them under their own name: the bar is for what one does every day.
  const daily = (path: string) => path !== "/regels" || allowed(role, "action:policies.prepareDraft");
  const places = PLACES.filter(([path]) => allowed(role, `page:${path}` as Entry) && daily(path)).map(([path, word]) => ({
    path,
    label: t(`shell.${word}`),
  }));
  return (
    <>
      <a className={buttonClass({}, "absolute -top-16 left-4 z-50 focus:top-1.5 print:hidden")} href="#main">
        {t("shell.skip")}
      </a>
      <header
        className="flex min-h-12 flex-wrap items-stretch gap-x-[clamp(0.875rem,2vw,2rem)] border-b border-line bg-desk px-5
        max-[960px]:px-4 max-[640px]:gap-2 print:hidden"
      >
        <Link
          className="flex min-h-12 items-center gap-2 text-l font-title tracking-[-0.005em] no-underline"
          href="/"
          aria-label={t("shell.home")}
        >
          <Doorbell />
          Aanbel
        </Link>
        {places.length > 1 && <NavLinks label={t("shell.navigation")} places={places} />}
        <div className="ml-auto flex items-center gap-[clamp(0.75rem,1.2vw,1.5rem)] max-[960px]:order-2 max-[960px]:min-h-12 max-[640px]:gap-2">
          {allowed(role, "page:/werklijst") && (
            <Find label={t("shell.search")} short={t("shell.searchShort")} submit={t("shell.searchDo")} />
          )}
          {allowed(role, "page:/huurder-belt") && (
            <Link
              href="/huurder-belt"
              prefetch={false}
              data-key="L"
              aria-keyshortcuts="L"
              className="flex min-h-11 items-center gap-2 whitespace-nowrap text-ink-2 no-underline hover:text-ink max-[960px]:hidden"
            >
              {t("shell.rings")} <KeyHint>L</KeyHint>
            </Link>
          )}
          {clock && (
            <DemoClock
              label={t("shell.demoClock")}
              words={clock}
              press={t("shell.playOn")}
              explain={t("shell.playOnTo")}
              action={playOn}
            />
          )}
          <Menu t={t} firstName={firstName} name={name} role={role} />
        </div>
      </header>
      <SignInAgain
        email={email}
        elsewhere={elsewhere}
        words={{
          title: t("shell.signInAgain.title"),
          why: t("shell.signInAgain.why", { name: firstName }),
          password: t("staff.password"),
          code: t("staff.code"),
          elsewhere: t("access.organisation.again"),
          passkey: t("access.passkey.signIn"),
          passkeyFailed: t("access.passkey.notSignedIn"),
          submit: t("staff.signIn"),
          back: t("shell.signInAgain.back"),
        }}
      />
      <Keys held={t("shell.keysHeld")} />
    </>
  );
}
