import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Action } from "@/lib/auth/state";

interface Props {
  label: string;
  /** The day and part of the day at which the demo stands. */
  words: string;
  /** Words on the button that plays on one part of the day, and what that does. */
  press: string;
  explain: string;
  action?: Action<unknown>;
}

/** The demo's own clock. Time stands still there until someone plays on. */
export function DemoClock({ label, words, press, explain, action }: Props) {
  return (
    <div className="clock">
      <span className="clock-words">
        <span>{label}: </span>
        {words}
      </span>
      {action && (
        <ActionForm action={action} className="clock-on">
          <SubmitButton kind="plain" size="small" title={explain}>
            {press}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
