import { randomUUID } from "node:crypto";
import Link from "next/link";
import type { ComponentProps } from "react";
import { KeyHint } from "@/components/ui/key-hint";
import { Rich } from "@/components/ui/rich";
import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay, formatMoment } from "@/lib/i18n/format";
import { formatPhone } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";
import { CaseHead } from "./case-head";
import { Desk } from "./desk";
import type { DeskModel } from "./desk-model";
import { Ledger } from "./ledger";
import { Months } from "./months";
import type { Panel } from "./primary";
import { reasonSentence } from "./reason-words";
import { ReplyNotice } from "./reply-notice";
import { Timeline } from "./timeline";
import { hintOf, standingOf, Why } from "./why";
import { lineWords } from "./words";

interface Props {
  view: CaseView;
  /** Null: one may read, but records nothing. */
  desk: DeskModel | null;
  panel: Panel | null;
  /** Who is on the line. */
  ringing: ComponentProps<typeof Desk>["ringing"];
  staffId: number | null;
  /** One may take back what a receipt was read to be for. */
  mayName: boolean;
  t: Translate;
}

/** The case as a short story: who and where, what is the matter, what to do, and what came before. */
export function CasePane({ view, desk, panel, ringing, staffId, mayName, t }: Props) {
  const standing = standingOf(view, t);
  const hint = hintOf(view, t);
  return (
    <article className="min-w-0 [&_h1]:wrap-anywhere [&_h1]:outline-none [&_h1]:shadow-none" key={view.tenancyId}>
      {view.underWay.replies.map((reply) => (
        <ReplyNotice
          key={reply.id}
          replyId={reply.id}
          commandId={randomUUID()}
          from={`${lineWords(reply.sender, view.phones, t) || formatPhone(reply.sender)}, ${formatMoment(new Date(reply.at), "weekdayShort", t.lang)}`}
          text={reply.body}
          distress={reply.distress}
          writes={desk !== null}
        />
      ))}
      {view.underWay.problems
        .filter(({ kind }) => kind === "worried" || kind === "deceased-unverified")
        .map(({ id, kind, since }) => (
          <p key={id} className="mb-3 rounded-2 border-l-4 border-signal bg-signal-wash px-4 py-3">
            <b>{t(`cases.problem.${kind}`)}</b>, {t("cases.toFindOut.since", { day: formatDay(since, "weekdayShort", t.lang) })}
          </p>
        ))}
      <CaseHead view={view} t={t} />
      <div className="mt-4 pt-4 border-t border-line">
        <p className="font-normal text-xl max-w-[38em] text-pretty tracking-[-0.003em]">
          <Rich parts={reasonSentence(view, t)} />
        </p>
        <div className="flex flex-wrap gap-x-2 mt-1 text-ink-2 [&_b]:text-ink [&>p]:max-w-[42em]">
          {(standing || hint) && (
            <p>
              {standing && <b>{standing}. </b>}
              {hint}
            </p>
          )}
          {mayName && view.underWay.maybeTheirs !== null && (
            <p className="text-s">
              <Link href={`/te-plaatsen?regel=${view.underWay.maybeTheirs}`} prefetch={false}>
                {t("casepage.maybeTheirs")}
              </Link>
            </p>
          )}
          <Why view={view} t={t} />
          <p className="text-s text-ink-2">
            <Link href={`/dossier/${view.tenancyId}/waarom`} prefetch={false} data-key="?" aria-keyshortcuts="?">
              {t(view.openCase ? "explain.screen.link" : "explain.screen.linkNot")}
            </Link>{" "}
            <KeyHint>?</KeyHint>
          </p>
        </div>
        {desk ? (
          <Desk model={desk} initial={panel} ringing={ringing} key={`${view.tenancyId}-${panel}`} />
        ) : (
          <p className="mt-4 text-ink-2">{t("casepage.readOnly")}</p>
        )}
      </div>
      <Months view={view} t={t} />
      <Timeline view={view} staffId={staffId} writes={desk !== null} t={t} />
      <Ledger view={view} mayName={mayName} t={t} />
    </article>
  );
}
