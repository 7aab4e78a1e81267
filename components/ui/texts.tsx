import type { ReactNode } from "react";
import { messagesOfRooms } from "@/lib/i18n/translate";
import { translator } from "@/lib/i18n/translator";
import { thisYear } from "@/lib/i18n/year";
import { TextProvider } from "./text-context";

/** Hands the messages of some rooms to the client components inside. */
export async function Texts({ rooms, children }: { rooms: readonly string[]; children: ReactNode }) {
  const { lang } = await translator();
  return (
    <TextProvider lang={lang} messages={messagesOfRooms(lang, rooms)} year={thisYear()}>
      {children}
    </TextProvider>
  );
}
