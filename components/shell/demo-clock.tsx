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
    <div className="flex items-center gap-3 text-s font-normal text-ink-2 max-[640px]:gap-2 max-[640px]:[&_.btn]:px-2">
      <span data-clock>
        <span className="max-[1400px]:hidden">{label}: </span>
        {words}
      </span>
      {action && (
        <ActionForm
          action={action}
          className="relative flex [&_.notice]:absolute [&_.notice]:top-[calc(100%+8px)] [&_.notice]:right-0 [&_.notice]:z-30 [&_.notice]:w-72
            [&_.notice]:bg-sheet [&_.notice]:p-3 [&_.notice]:shadow-float"
        >
          <SubmitButton kind="plain" size="small" title={explain}>
            {press}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
