import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button, type ButtonKind, LinkButton, OffButton } from "@/components/ui/button";
import { Choices } from "@/components/ui/choices";
import { Empty } from "@/components/ui/empty";
import { FactList } from "@/components/ui/facts";
import { DayField, MoneyField, SelectField, TextAreaField, TextField } from "@/components/ui/field";
import { KeyHint } from "@/components/ui/key-hint";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { Check, Doorbell, Search } from "@/components/ui/pictograms";
import { RentCard, type RentMonth } from "@/components/ui/rent-card";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { Table } from "@/components/ui/table";
import { Tick } from "@/components/ui/tick";
import { chooseLanguage } from "@/lib/staff/actions";

const KINDS: readonly ButtonKind[] = ["go", "plain", "quiet", "need"];
const OPTIONS = [
  { value: "een", label: "Het eerste" },
  { value: "twee", label: "Het tweede, met een langere zin die over de rand van de regel gaat" },
];
const MONTHS: readonly RentMonth[] = [
  { label: "jan", name: "januari", state: "paid", day: 3 },
  { label: "feb", name: "februari", state: "late", day: 21 },
  { label: "mrt", name: "maart", state: "part", openCents: 12_345 },
  { label: "apr", name: "april", state: "open", openCents: 61_240 },
  { label: "mei", name: "mei", state: "paused", openCents: 61_240 },
  { label: "jun", name: "juni", state: "none" },
];
const RENT_WORDS = {
  ...{
    title: "Maanden",
    late: "laat",
    open: "open",
    part: "deel",
    paused: "pauze",
    none: "geen",
    paid: "op",
    settled: "voldaan",
  },
};

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Section title={title} className="mt-8">
    <div className="flex flex-wrap items-start gap-4 [&>*]:min-w-0">{children}</div>
  </Section>
);

function Inputs() {
  return (
    <>
      <Part title="Button">
        {KINDS.map((kind) => (
          <Button key={kind} kind={kind}>
            {kind}
          </Button>
        ))}
        {KINDS.map((kind) => (
          <Button key={kind} kind={kind} size="small" hotkey="K">
            small {kind}
          </Button>
        ))}
        <OffButton>off</OffButton>
        <LinkButton href="#main">link</LinkButton>
        <Button aria-disabled>busy</Button>
        <Button kind="go" size="touch">
          touch
        </Button>
      </Part>
      <Part title="Field">
        <TextField name="a" label="Leeg" hint="Met uitleg eronder." />
        <TextField name="b" label="Ingevuld" defaultValue="Kadeweg 12" />
        <TextField name="c" label="Fout" defaultValue="zomaar" error="Dit klopt niet. Kijk het nog eens na." />
        <TextField name="d" label="Uit" disabled defaultValue="vast" />
        <DayField name="e" label="Dag" />
        <MoneyField name="f" label="Bedrag" defaultValue="612,40" />
        <MoneyField name="g" label="Bedrag, fout" defaultValue="-1" error="Vul een bedrag in, zoals 612,40." />
        <SelectField name="h" label="Keuze" options={OPTIONS} />
        <TextAreaField name="i" label="Tekst" rows={3} defaultValue={"Twee\nregels"} />
      </Part>
      <Part title="Choices">
        <Choices name="j" legend="Eén" options={OPTIONS} chosen="een" />
        <Choices name="k" legend="Meer" several options={OPTIONS} chosen={["twee"]} />
        <Choices name="l" legend="Fout" options={OPTIONS} error="Kies een van de antwoorden." />
        <Choices name="m" legend="Telefoon" options={OPTIONS} size="touch" />
        <Tick name="n" label="Een vinkje" />
      </Part>
      <Part title="Notice">
        <Notice>Wat er gebeurde.</Notice>
        <Notice kind="need">
          <b>Vandaag</b> moet iemand iets doen.
        </Notice>
        <Notice kind="good">Het is vastgelegd.</Notice>
        <Notice alert>Een weigering die wordt voorgelezen.</Notice>
      </Part>
    </>
  );
}

function Shown() {
  return (
    <>
      <Part title="Table, facts, money">
        <Table caption="Een tabel" columns={[{ label: "Wie" }, { label: "Hoeveel", num: true }]}>
          <tr>
            <td>Mw. Jansen</td>
            <td className="num">
              <Money cents={61_240} />
            </td>
          </tr>
          <tr>
            <td>Dhr. Van der Berg-Özdemir</td>
            <td className="num">
              <Money cents={123_456_789} strong />
            </td>
          </tr>
        </Table>
        <FactList
          facts={[
            ["Betaalt", "zelf"],
            ["Huur", <Money key="huur" cents={61_240} />],
          ]}
        />
      </Part>
      <Part title="Rent card">
        <RentCard months={MONTHS} words={RENT_WORDS} />
      </Part>
      <Part title="Empty">
        <Empty title="Niemand meer te bellen.">
          <p>Betalingen bijgewerkt t/m donderdag 19 november.</p>
        </Empty>
      </Part>
      <Part title="Pictograms, keys">
        <Check size={20} />
        <Search size={20} />
        <Doorbell />
        <KeyHint>K</KeyHint>
      </Part>
      <Part title="Form">
        <ActionForm action={chooseLanguage} hidden={{ language: "xx" }}>
          <TextField name="o" label="Weigert altijd" />
          <SubmitButton size="small">Stuur</SubmitButton>
        </ActionForm>
      </Part>
    </>
  );
}

/** One of each, in the states it can be in; its words are for builders only. */
export const Workbench = () => (
  <>
    <Inputs />
    <Shown />
  </>
);
