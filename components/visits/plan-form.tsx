"use client";

import { useActionState } from "react";
import styles from "@/components/caretaker/phone.module.css";
import { IDLE } from "@/lib/auth/state";
import { planVisit } from "@/lib/cases/actions";

export interface Option {
  readonly value: string;
  readonly label: string;
}
interface Props {
  readonly visitId: number;
  readonly commandId: string;
  readonly words: Readonly<
    Record<
      | "title"
      | "day"
      | "part"
      | "announced"
      | "appointment"
      | "two"
      | "save"
      | "planned"
      | "override"
      | "goes"
      | "along"
      | "nobody"
      | "at",
      string
    >
  >;
  readonly parts: readonly Option[];
  readonly announcements: readonly Option[];
  readonly given: Readonly<Record<"plannedFor" | "part" | "announcedBy" | "goes" | "along" | "atTime", string>> & {
    readonly byTwo: boolean;
  };
  /** Who can go. */
  readonly colleagues: readonly Option[];
  readonly firstDay: string;
}

/** Choosing day, part of the day and how the tenant hears of it; what was typed stays when it cannot be saved. */
export function PlanForm({ visitId, commandId, words, parts, announcements, given, firstDay, colleagues }: Props) {
  const [state, send, busy] = useActionState(planVisit, IDLE);
  const refused = state.status === "refused" || state.status === "invalid";
  const kept: Readonly<Record<string, unknown>> = refused ? state.values : {};
  const value = (name: "plannedFor" | "part" | "announcedBy" | "goes" | "along" | "atTime") => String(kept[name] ?? given[name]);
  const fields = state.status === "invalid" ? state.fields : {};
  return (
    <form action={send} aria-busy={busy}>
      <input type="hidden" name="visitId" value={visitId} />
      <input type="hidden" name="commandId" value={commandId} />
      <h2 className={styles.group}>{words.title}</h2>
      {state.status === "refused" && (
        <p className={styles.problem} role="alert">
          {state.message}
        </p>
      )}
      {state.status === "done" && (
        <p className={styles.notice} role="status">
          {words.planned}
        </p>
      )}
      {/* Anew with what was typed: a form that was refused is emptied otherwise, also of who goes along. */}
      <div className={styles.fields} key={JSON.stringify(kept)}>
        <label>
          {words.day}
          <input
            type="date"
            name="plannedFor"
            min={firstDay}
            defaultValue={value("plannedFor")}
            aria-invalid={Boolean(fields.plannedFor)}
            required
          />
          {fields.plannedFor && (
            <span className="text-ink font-medium text-m border-l-3 border-ink pl-2">{fields.plannedFor}</span>
          )}
        </label>
        <Choice name="part" label={words.part} options={parts} value={value("part")} />
        <label>
          {words.at}
          <input type="time" name="atTime" defaultValue={value("atTime")} aria-invalid={Boolean(fields.atTime)} />
          {fields.atTime && <span className="text-ink font-medium text-m border-l-3 border-ink pl-2">{fields.atTime}</span>}
        </label>
        <Choice name="goes" label={words.goes} options={colleagues} value={value("goes")} />
        <Choice
          name="along"
          label={words.along}
          options={[{ value: "", label: words.nobody }, ...colleagues]}
          value={value("along")}
        />
        <Choice name="announcedBy" label={words.announced} options={announcements} value={value("announcedBy")} />
        <label className={styles.choice}>
          <input type="checkbox" name="byAppointment" defaultChecked={kept.byAppointment !== undefined} />
          {words.appointment}
        </label>
        <label className={styles.choice}>
          <input type="checkbox" name="byTwo" defaultChecked={refused ? kept.byTwo !== undefined : given.byTwo} />
          {words.two}
        </label>
        {state.status === "refused" && (
          <label>
            {words.override}
            <input name="overrideNote" defaultValue={String(kept.overrideNote ?? "")} />
          </label>
        )}
      </div>
      <button type="submit" className={styles.bigLink} disabled={busy}>
        {words.save}
      </button>
    </form>
  );
}

function Choice({ name, label, options, value }: { name: string; label: string; options: readonly Option[]; value: string }) {
  return (
    <label>
      {label}
      <select name={name} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
