import { revalidatePath } from "next/cache";
import { unstable_rethrow } from "next/navigation";
import type { ZodType } from "zod";
import { forgetDraft } from "@/lib/drafts/commands";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import { translator } from "@/lib/i18n/translator";
import { DRAFT_NAME, SHARED_FIELD } from "@/lib/kernel/draft";
import type { Outcome } from "@/lib/kernel/outcome";
import { type Said, Unanswerable } from "@/lib/kernel/refusal";
import { realNow } from "@/lib/platform/clock";
import { PROVED_MS, type Stage } from "@/lib/staff/domain/sign-in";
import type { SignedIn } from "@/lib/staff/queries/staff";
import type { Actor, Role } from "./actor";
import { denied } from "./denied";
import { fieldsOf, problemsOf, typedValues } from "./form";
import { tooOften } from "./limits";
import { allowed, type Entry, PROVED } from "./permissions";
import { awake, signingIn } from "./session";
import type { Action, ActionState } from "./state";

type ActionEntry = Entry & `action:${string}`;

/** The sentence for a refusal: the room's own first (`cases.refused.<code>`), else the one all rooms share. */
function refusal(t: Translate, entry: ActionEntry, code: string, detail?: Said["values"]): string {
  const room = entry.slice("action:".length, entry.indexOf("."));
  const key = [`${room}.refused.${code}`, `common.refused.${code}`].find(t.has) ?? "common.refused.unknown";
  return t(key, inWords({ code, ...detail }, t.lang));
}

async function perform<Input, Value>(
  entry: ActionEntry,
  schema: ZodType<Input>,
  form: FormData,
  work: (input: Input) => Promise<Outcome<Value>>,
  open = false,
): Promise<ActionState<Value>> {
  const t = await translator();
  const values = typedValues(form);
  const given = fieldsOf(form);
  const read = schema.safeParse(given);
  if (!read.success) return { status: "invalid", fields: problemsOf(read.error, given, t, entry), values };
  try {
    const outcome = await work(read.data);
    // A refusal may be about something the screen does not show yet: what a colleague recorded a moment ago. Not for who is signed out:
    // the page behind the form would lead them away from it.
    if (!open) revalidatePath("/", "layout");
    if (!outcome.ok) return { status: "refused", message: refusal(t, entry, outcome.code, outcome.detail), values };
    return { status: "done", value: outcome.value };
  } catch (fault) {
    // Next's own signals (redirect, not found) pass; a bug is logged, and the person keeps what they typed.
    unstable_rethrow(fault);
    if (fault instanceof Unanswerable) return { status: "refused", message: refusal(t, entry, fault.code, fault.values), values };
    console.error(entry, fault);
    return { status: "refused", message: t("common.refused.fault"), values };
  }
}

/** What cannot be taken back asks once more who somebody is, when they proved that a while ago. */
const proofIsOld = (entry: ActionEntry, { provedAt }: SignedIn): boolean =>
  PROVED.has(entry) && realNow().getTime() - provedAt.getTime() > PROVED_MS;
const askProof = async (form: FormData) =>
  ({
    status: "refused",
    message: (await translator())("common.refused.proveFirst"),
    values: typedValues(form),
    signedOut: true,
  }) as const;

/** The one wrapper of every server action: sign-in, permission, schema, then the command; words for whatever it answers. */
export const action =
  <Input, Value>(
    entry: ActionEntry,
    schema: ZodType<Input>,
    work: (actor: Actor, input: Input) => Promise<Outcome<Value>>,
  ): Action<Value> =>
  async (_previous, form) => {
    const person = await awake();
    if (!person || !allowed(person.actor.role as Role, entry)) {
      if (person) denied(person.actor, entry);
      const t = await translator();
      const code = person ? "notAllowed" : "signedOut";
      const refused = { status: "refused", message: t(`common.refused.${code}`), values: typedValues(form) } as const;
      return person ? refused : { ...refused, signedOut: true };
    }
    if (proofIsOld(entry, person)) return askProof(form);
    const { actor } = person;
    const seconds = await tooOften(actor.staffId, entry);
    if (seconds !== null)
      return {
        status: "refused",
        message: (await translator())("common.refused.tooOften", { seconds }),
        values: typedValues(form),
      };
    try {
      const state = await perform(entry, schema, form, (input) => work(actor, input));
      if (state.status === "done") await forgetTyped(actor, form);
      return state;
    } catch (signal) {
      // Only Next's own signals come through: it was done, and leads elsewhere.
      await forgetTyped(actor, form);
      throw signal;
    }
  };

/** What was recorded is no longer a draft. Its form says which: `dossier/224/toezegging`. */
async function forgetTyped(actor: Actor, form: FormData): Promise<void> {
  const [, subject, name] = String(form.get(DRAFT_NAME) ?? "").match(/^([a-z-]+\/[0-9a-z-]+)\/([a-z-]+)$/) ?? [];
  const note = form.get(SHARED_FIELD);
  if (!subject || !name) return;
  // It is recorded: a draft that could not be taken away is no reason to say otherwise.
  await forgetDraft(actor, subject, name, typeof note === "string" ? note : null).catch((fault) => console.error("draft", fault));
}

/** For the steps of signing in itself: who gave their password, and is not there yet. Also for who is, where `stages` says so. */
export const stepAction =
  <Input, Value>(
    entry: ActionEntry,
    stages: readonly Stage[],
    schema: ZodType<Input>,
    work: (person: SignedIn, input: Input) => Promise<Outcome<Value>>,
  ): Action<Value> =>
  async (_previous, form) => {
    const person = await signingIn();
    if (!person || !stages.includes(person.stage) || !allowed(person.actor.role as Role, entry)) {
      const message = (await translator())(`common.refused.${person ? "notAllowed" : "signedOut"}`);
      return { status: "refused", message, values: {} };
    }
    if (person.stage === "open" && proofIsOld(entry, person)) return askProof(form);
    if (person.stage === "open") await awake();
    return perform(entry, schema, form, (input) => work(person, input), true);
  };

/** For the few acts that need no sign-in, such as signing in. Only entries open to everyone. */
export const openAction =
  <Input, Value>(entry: ActionEntry, schema: ZodType<Input>, work: (input: Input) => Promise<Outcome<Value>>): Action<Value> =>
  async (_previous, form) => {
    if (!allowed(null, entry))
      return { status: "refused", message: (await translator())("common.refused.signedOut"), values: {} };
    return perform(entry, schema, form, work, true);
  };
