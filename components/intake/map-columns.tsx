import { ActionForm } from "@/components/ui/action-form";
import { SelectField, TextField } from "@/components/ui/field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Translate } from "@/lib/i18n/phrase";
import { saveMapping } from "@/lib/intake/actions";
import styles from "./intake.module.css";

export interface MapRow {
  /** Our column. */
  readonly column: string;
  readonly needed: boolean;
  /** The file's column that most looks like it. */
  readonly guess: string | undefined;
  /** A text for every row makes sense: a role, a kind, a place. */
  readonly mayBeFixed: boolean;
}

interface Props {
  t: Translate;
  uploadId: string;
  index: number;
  format: string;
  /** The file's columns, each with a value from its first rows. */
  columns: readonly { readonly name: string; readonly sample: string }[];
  rows: readonly MapRow[];
  name: string;
}

/** Our columns, each with the column of the file it comes from. Guessed by name and by what stands in it; a person decides. */
export function MapColumns({ t, uploadId, index, format, columns, rows, name }: Props) {
  const options = [
    { value: "", label: t("intake.map.none") },
    ...columns.map((column) => ({ value: column.name, label: column.sample ? `${column.name}: ${column.sample}` : column.name })),
  ];
  return (
    <ActionForm action={saveMapping} hidden={{ uploadId, index, format }} key={format}>
      <TextField
        name="name"
        label={t("intake.map.name")}
        hint={t("intake.map.nameHint")}
        defaultValue={name}
        required
        maxLength={60}
      />
      <div className="grid gap-2 max-w-168">
        {rows.map(({ column, needed, guess, mayBeFixed }) => (
          <div key={column} className={styles.mapRow}>
            <SelectField
              name={`from.${column}`}
              label={
                <>
                  {column} {needed && <span className="text-s text-ink-2">{t("intake.map.needed")}</span>}
                </>
              }
              options={options}
              defaultValue={guess ?? ""}
            />
            {mayBeFixed && <TextField name={`always.${column}`} label={t("intake.map.always", { column })} />}
          </div>
        ))}
      </div>
      <SubmitButton>{t("intake.map.save")}</SubmitButton>
    </ActionForm>
  );
}
