import Link from "next/link";
import { Callers } from "@/components/cases/callers";
import { FoundToRing } from "@/components/queue/found-to-ring";
import { ActionForm } from "@/components/ui/action-form";
import { buttonClass } from "@/components/ui/button";
import { INPUT } from "@/components/ui/look";
import { saw } from "@/lib/audit/jobs";
import { enter } from "@/lib/auth/session";
import { callersOf } from "@/lib/cases/queries/callers";
import { tenancyOf } from "@/lib/cases/queries/household";
import { formatAddress } from "@/lib/i18n/people";
import { translator } from "@/lib/i18n/translator";
import { now } from "@/lib/platform/clock";
import { searchText } from "@/lib/platform/search-key";
import { search as findTenant } from "@/lib/queue/actions";
import { findTenancies } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata() {
  return { title: (await translator())("casepage.ringing.title") };
}

/** Somebody rings: find the home, say who speaks and how that was made sure, then hear them. */
export default async function RingingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await enter("page:/huurder-belt");
  const [t, query, { day }] = await Promise.all([translator(), searchParams, now()]);
  const { search: key, chosen } = readFilter(query);
  const search = key && searchText(key);
  const found = search ? await findTenancies(search, day) : null;
  const tenancy = chosen ? await tenancyOf(chosen, day) : null;
  if (tenancy && chosen) await saw(actor, "case", { tenancyId: chosen });
  if (found) await saw(actor, "list", { subject: "zoeken" });
  return (
    <main id="main" className="page">
      <div className="max-w-160">
        <h1 className="mb-4">{t("casepage.ringing.title")}</h1>
        {tenancy && chosen ? (
          <>
            <p className="mb-5">
              <b>{formatAddress(tenancy.place, "full")}</b> ·{" "}
              <Link href={key ? `/huurder-belt?zoek=${encodeURIComponent(key)}` : "/huurder-belt"}>
                {t("casepage.ringing.again")}
              </Link>
            </p>
            <Callers
              tenancyId={chosen}
              callers={await callersOf(chosen, day)}
              address={formatAddress(tenancy.place, "full")}
              t={t}
            />
          </>
        ) : (
          <>
            <ActionForm action={findTenant} hidden={{ to: "/huurder-belt" }} className="mb-6 grid gap-1">
              <label htmlFor="wie-belt" className="font-medium">
                {t("casepage.ringing.find")}
              </label>
              <p className="text-s text-ink-2" id="wie-belt-hint">
                {t("casepage.ringing.findHint")}
              </p>
              <div className="flex gap-2">
                <input
                  id="wie-belt"
                  type="search"
                  name="zoek"
                  key={search}
                  defaultValue={search ?? ""}
                  className={INPUT}
                  aria-describedby="wie-belt-hint"
                  autoComplete="off"
                  // biome-ignore lint/a11y/noAutofocus: who came here is typing a name while somebody speaks
                  autoFocus
                />
                <button type="submit" className={buttonClass({ kind: "go", size: "small" })}>
                  {t("casepage.ringing.search")}
                </button>
              </div>
            </ActionForm>
            {found === null && <p className="text-ink-2">{t("casepage.ringing.start")}</p>}
            {found && key && search && <FoundToRing found={found} search={search} searchKey={key} t={t} />}
          </>
        )}
      </div>
    </main>
  );
}
