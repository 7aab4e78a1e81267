"use client";

import { useRouter } from "next/navigation";
import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import { addNumber, resolveProblem } from "@/lib/cases/actions";
import styles from "./facts.module.css";

interface SolvedProps {
  problemId: number;
  commandId: string;
  label: string;
  /** Of a worry it is written down what was found; of the rest one press is enough. */
  found: string | null;
}
/** Somebody found out what was the matter. */
export function SolvedForm({ problemId, commandId, label, found }: SolvedProps) {
  const router = useRouter();
  return (
    <ActionForm action={resolveProblem} hidden={{ commandId, problemId }} onDone={() => router.refresh()} className={styles.note}>
      {found && <TextField name="note" label={found} maxLength={500} />}
      <SubmitButton kind="plain" size="small">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

interface NumberProps {
  tenancyId: number;
  commandId: string;
  people: readonly { readonly value: string; readonly label: string }[];
  words: { readonly open: string; readonly number: string; readonly whose: string; readonly save: string };
}

/** Opens on demand; in any notation people write a telephone number. */
export function NumberForm({ tenancyId, commandId, people, words }: NumberProps) {
  const router = useRouter();
  const only: Record<string, string> = people.length === 1 ? { personId: people[0]?.value ?? "" } : {};
  return (
    <details>
      <summary>{words.open}</summary>
      <ActionForm
        action={addNumber}
        hidden={{ commandId, tenancyId, ...only }}
        onDone={() => router.refresh()}
        className={styles.note}
      >
        {people.length > 1 && <SelectField name="personId" label={words.whose} options={people} />}
        <TextField name="number" label={words.number} inputMode="tel" autoComplete="off" maxLength={30} />
        <SubmitButton kind="plain" size="small">
          {words.save}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
