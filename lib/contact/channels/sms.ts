import { env } from "@/lib/platform/env";
import type { Handover } from "../domain/message";
import { senderProblem } from "../domain/sender";
import { cm } from "./cm";
import { type Gateway, type OutgoingSms, parsed, type SmsProvider } from "./provider";
import { twilio } from "./twilio";
import { webhook } from "./webhook";

const TIMEOUT_MS = 10_000;
/** No connection was made, so nothing can have been sent. */
const NEVER_THERE: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
/** Who answers cannot prove to be the gateway: nothing was said to them either. */
const NOT_PROVED = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_ALTNAME_INVALID$)/;
const PROVIDERS: Readonly<Record<string, SmsProvider>> = { webhook, cm, twilio };

/** How to speak to it; null when its name is none of ours. */
export const providerOf = ({ provider }: Gateway): SmsProvider | null => PROVIDERS[provider] ?? null;

/** Why no message can leave: `provider` unknown, a `sender` that networks refuse, or a setting that is `missing`; null when one can. */
export function smsProblem(gateway: Gateway): "provider" | "sender" | "missing" | null {
  const provider = providerOf(gateway);
  if (!provider) return "provider";
  if (gateway.sender && senderProblem(gateway.sender) !== null) return "sender";
  return provider.request({ reference: "", recipient: "+31600000000", body: "" }, gateway) === null ? "missing" : null;
}

/** Hands one message to the gateway over HTTP and says what surely is known of it. */
export async function handOver(message: OutgoingSms, gateway: Gateway): Promise<Handover> {
  const only = env.smsOnlyTo();
  if (only && !only.includes(message.recipient)) return { kind: "rejected", code: "not-on-list" };
  const provider = smsProblem(gateway) === null ? providerOf(gateway) : null;
  const request = provider?.request(message, gateway);
  if (!provider || !request) return { kind: "not-now", code: "no-gateway" };
  let response: Response;
  try {
    const init = { method: "POST", signal: AbortSignal.timeout(TIMEOUT_MS), redirect: "error" } as const;
    response = await fetch(request.url, { ...init, ...request.init });
  } catch (error) {
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? (error as Error).name);
    return NEVER_THERE.has(code) || NOT_PROVED.test(code) ? { kind: "not-now", code } : { kind: "unknown", code };
  }
  // Taken or not is in the answer: one that breaks off halfway says neither.
  const body = await response.text().catch(() => null);
  return provider.answered(response.status, body === null ? null : parsed(body));
}
