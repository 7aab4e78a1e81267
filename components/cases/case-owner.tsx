import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/auth/actor";
import type { CaseView } from "@/lib/cases/domain/view";
import { formatDay } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";
import type { DeskColleague } from "@/lib/staff/queries/staff";
import { Owner } from "./owner";

interface Props {
  view: CaseView;
  colleagues: readonly DeskColleague[];
  actor: Actor;
  writes: boolean;
  t: Translate;
}

/** Who answers for this case; of who is away, until when and who stands in. */
export function CaseOwner({ view, colleagues, actor, writes, t }: Props) {
  const label = ({ name, awayUntil, coveredById }: DeskColleague) => {
    const cover = colleagues.find(({ id }) => id === coveredById);
    return awayUntil && cover
      ? t("casepage.owner.away", { name, day: formatDay(awayUntil, "long", t.lang), cover: cover.name })
      : name;
  };
  return (
    <Owner
      key={view.openCase?.ownerId}
      tenancyId={view.tenancyId}
      commandIds={[randomUUID(), randomUUID()]}
      ownerId={view.openCase?.ownerId ?? null}
      colleagues={colleagues.map((one) => ({ id: one.id, label: label(one) }))}
      ownId={colleagues.some(({ id }) => id === actor.staffId) ? actor.staffId : null}
      writes={writes}
    />
  );
}
