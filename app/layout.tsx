import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { Texts } from "@/components/ui/texts";
import { organisation } from "@/lib/access/queries/organisation";
import { signedIn } from "@/lib/auth/session";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import "./globals.css";

// Every page knows who looks; nothing is made beforehand.
export const dynamic = "force-dynamic";
export const metadata: Metadata = {
  title: { default: "Aanbel", template: "%s · Aanbel" },
  robots: { index: false, follow: false },
  manifest: "/manifest.webmanifest",
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" }, apple: "/apple-touch-icon.png" },
};
export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f2efe7" },
    { media: "(prefers-color-scheme: dark)", color: "#131613" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const me = await signedIn();
  const t = await translator();
  const there = me?.managed ? await organisation() : null;
  const clock = me ? await now() : null;
  const words = clock?.own
    ? t("shell.demoDay", { day: formatDay(clock.day, "weekdayShort", t.lang), part: t(`shell.${clock.part}`) })
    : null;
  return (
    <html lang={t.lang}>
      <body>
        <Texts rooms={["shell"]}>
          {me && me.actor.role !== "system" && (
            <Shell
              t={t}
              firstName={me.firstName}
              name={me.actor.name}
              email={me.email}
              role={me.actor.role}
              clock={words}
              elsewhere={there && t("access.organisation.signIn", { name: there.name })}
            />
          )}
          {children}
        </Texts>
      </body>
    </html>
  );
}
