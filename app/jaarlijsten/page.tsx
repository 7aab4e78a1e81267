import { randomUUID } from "node:crypto";
import { BulkForm } from "@/components/bulk/bulk-form";
import { OldRentTable, SettlementTable } from "@/components/bulk/yearly-tables";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { oldRents, openSettlements } from "@/lib/bulk/queries/yearly";
import { formatDay } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";

export async function generateMetadata() {
  return { title: (await translator())("bulk.yearly.title") };
}

/** What comes back each year: who still pays the old rent, and who did not pay the settlement. */
export default async function YearlyPage() {
  const actor = await enter("page:/jaarlijsten");
  await saw(actor, "list", { subject: "jaarlijst" });
  const [t, rents, settlements, { day }] = await Promise.all([translator(), oldRents(), openSettlements(), now()]);
  const along = rents.filter(({ askedOn, lastName }) => askedOn === null && lastName !== null);
  const looked = formatDay(day, "full", t.lang);
  return (
    <main id="main" className="page max-w-248">
      <h1>{t("bulk.yearly.title")}</h1>
      <p className="mb-6 max-w-160 text-ink-2">{t("bulk.yearly.intro")}</p>
      <Section title={t("bulk.yearly.oldRent")} note={t("bulk.yearly.count", { count: rents.length })}>
        {rents.length === 0 ? (
          <Empty title={t("bulk.yearly.noOldRent")}>
            <p>{t("bulk.yearly.looked", { day: looked })}</p>
          </Empty>
        ) : (
          <>
            {along.length > 0 && (
              <BulkForm
                hidden={{
                  commandId: randomUUID(),
                  act: "check-transfer",
                  tenancyIds: along.map(({ tenancyId }) => tenancyId).join(","),
                }}
                label={t("bulk.do.check-transfer", { count: along.length })}
              />
            )}
            <OldRentTable rows={rents} t={t} />
          </>
        )}
      </Section>
      <Section
        className="mt-10"
        title={t("bulk.yearly.settlement")}
        note={t("bulk.yearly.settlements", { count: settlements.length })}
      >
        {settlements.length === 0 ? (
          <Empty title={t("bulk.yearly.noSettlement")}>
            <p>{t("bulk.yearly.looked", { day: looked })}</p>
          </Empty>
        ) : (
          <SettlementTable rows={settlements} t={t} />
        )}
      </Section>
    </main>
  );
}
