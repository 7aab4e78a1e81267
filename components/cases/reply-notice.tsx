"use client";

import { useText } from "@/components/ui/text-context";
import { ReadReply } from "./read-reply";

interface Props {
  replyId: number;
  commandId: string;
  /** `Mw. Jansen, do 19 nov, 09:12` */
  from: string;
  text: string;
  distress: boolean;
  writes: boolean;
}

/** What the tenant texted and nobody read yet, above everything else of the case. */
export function ReplyNotice({ replyId, commandId, from, text, distress, writes }: Props) {
  const t = useText();
  return (
    <div
      className={`mb-3 rounded-2 border-l-4 px-4 py-3 ${distress ? "border-signal bg-signal-wash" : "border-accent bg-accent-wash"}`}
    >
      <p className="text-s">
        <b>{t(distress ? "casepage.reply.distress" : "casepage.reply.title")}</b> · {from}
      </p>
      <p className="my-1 whitespace-pre-line wrap-anywhere text-l">{text}</p>
      {writes && <ReadReply replyId={replyId} commandId={commandId} label={t("casepage.reply.read")} />}
    </div>
  );
}
