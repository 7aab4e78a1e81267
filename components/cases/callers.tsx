import { FactList } from "@/components/ui/facts";
import { SubmitButton } from "@/components/ui/submit-button";
import { type Caller, mayHearAll, type Ringing } from "@/lib/cases/domain/caller";
import { IDENTITIES } from "@/lib/contact/domain/call";
import { formatDay } from "@/lib/i18n/format";
import { formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";

/** Who is on the line with their name and what they may hear. */
export function ringingOf(ringing: Ringing | null, callers: readonly Caller[]) {
  if (!ringing) return null;
  const person = callers.find(({ id, role }) => id === ringing.personId && role === ringing.spokeWith);
  if (!person && ringing.spokeWith !== "other") return null;
  return { ...ringing, name: person ? formatPersonName(person) : null, hears: person !== undefined && mayHearAll(person) };
}

/** What somebody may hear, and until when: `Bewindvoerder, mag alles horen`. */
function authority(caller: Caller, t: Translate): string {
  const hears = mayHearAll(caller) ? "all" : "appointments";
  const role = t(`casepage.facts.role.${caller.role}`);
  const until = caller.until ? formatDay(caller.until, "full", t.lang) : "none";
  return t("casepage.ringing.authority", { role, hears, until });
}

const ROW =
  "flex min-h-11 cursor-pointer items-start gap-3 border-b border-line py-2 has-checked:bg-accent-wash [&_input]:mt-1 [&_input]:size-4 [&_input]:accent-accent";

interface Props {
  tenancyId: number;
  callers: readonly Caller[];
  /** `Kadeweg 12-B, Rotterdam` */
  address: string;
  t: Translate;
}

/** Who is speaking, and how one made sure; a plain form that opens the case with both, so that it needs no script. */
export function Callers({ tenancyId, callers, address, t }: Props) {
  return (
    <form action={`/dossier/${tenancyId}`} className="grid gap-5">
      <fieldset className="border-0">
        <legend className="mb-1 font-medium">{t("casepage.ringing.whoAsks")}</legend>
        {callers.map((caller, index) => (
          <label key={`${caller.role} ${caller.id}`} className={ROW}>
            <input type="radio" name="belt" value={`${caller.role} ${caller.id}`} defaultChecked={index === 0} />
            <span>
              {formatPersonName(caller)}
              <span className="block text-s text-ink-2">{authority(caller, t)}</span>
            </span>
          </label>
        ))}
        <label className={ROW}>
          <input type="radio" name="belt" value="other" defaultChecked={callers.length === 0} />
          <span>
            {t("casepage.ringing.other")}
            <span className="block text-s text-ink-2">{t("casepage.ringing.noMandate")}</span>
          </span>
        </label>
      </fieldset>
      <fieldset className="border-0">
        <legend className="mb-1 font-medium">{t("casepage.ringing.check")}</legend>
        <p className="mb-2 text-s text-ink-2">{t("casepage.ringing.checkHint")}</p>
        <details className="mb-2">
          <summary className="min-h-6 cursor-pointer">{t("casepage.ringing.answers")}</summary>
          <FactList
            facts={[
              ...callers
                .filter(({ role }) => role === "tenant" || role === "co-tenant")
                .map((caller): [string, string] => [
                  formatPersonName(caller),
                  caller.bornOn ? formatDay(caller.bornOn, "full", t.lang) : t("casepage.ringing.bornUnknown"),
                ]),
              [t("casepage.ringing.address"), address],
            ]}
          />
        </details>
        {IDENTITIES.map((identity) => (
          <label key={identity} className={ROW}>
            <input type="radio" name="controle" value={identity} defaultChecked={identity === "not-asked"} />
            <span>{t(`casepage.ringing.checked.${identity}`)}</span>
          </label>
        ))}
      </fieldset>
      <p>
        <SubmitButton kind="go">{t("casepage.ringing.go")}</SubmitButton>
      </p>
    </form>
  );
}
