import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { allocate } from "@/lib/bank/actions";
import type { Candidate, SuspenseLine } from "@/lib/bank/queries/suspense";
import type { Translate } from "@/lib/i18n/phrase";
import { search as find } from "@/lib/queue/actions";
import { placeWords, reasonWords } from "./candidate-words";

interface Props {
  t: Translate;
  line: SuspenseLine;
  candidates: readonly Candidate[];
  search: string;
  shared: boolean;
  commandId: string;
}

/** Looks a tenant up by name, address or contract; what is found can be chosen below. */
function Search({ t, line, search }: Pick<Props, "t" | "line" | "search">) {
  return (
    <search>
      <ActionForm
        action={find}
        hidden={{ to: "/te-plaatsen", regel: line.id }}
        className="flex items-end gap-3 [&_.field]:flex-1"
      >
        <TextField
          key={search}
          name="zoek"
          label={t("bank.screen.search")}
          defaultValue={search}
          autoComplete="off"
          data-key="/"
        />
        <Button type="submit">{t("bank.screen.searchDo")}</Button>
      </ActionForm>
    </search>
  );
}

/** Whose it may be, the likeliest chosen already with its reasons, and the one button. */
export function AllocateLine({ t, line, candidates, search, shared, commandId }: Props) {
  const [first] = candidates;
  const options = candidates.map((it, at) => ({
    value: String(it.tenancyId),
    label: placeWords(t, it),
    note: reasonWords(t, it),
    hotkey: String(at + 1),
  }));
  return (
    <>
      <Search t={t} line={line} search={search} />
      {search !== "" && !candidates.some((it) => it.searched) && <p role="status">{t("bank.screen.notFound", { search })}</p>}
      {first && (
        <ActionForm key={`${line.id} ${search}`} id="place" action={allocate} hidden={{ commandId, lineId: line.id }}>
          <Choices name="tenancyId" legend={t("bank.screen.whose")} options={options} chosen={String(first.tenancyId)} />
          {line.iban && !shared && !line.cents.startsWith("-") && (
            <Choices
              name="learn"
              several
              legend={t("bank.screen.learnLegend")}
              hideLegend
              chosen={[]}
              options={[{ value: "on", label: t("bank.screen.learn", { iban: line.iban }) }]}
            />
          )}
          <SubmitButton hotkey="P">{t("bank.screen.place")}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}
