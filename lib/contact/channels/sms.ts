import { env } from "@/lib/platform/env";
import type { Handover } from "../domain/message";

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
/** Answers that say "not now" or "not you", never "not this message". */
const LATER: ReadonlySet<number> = new Set([401, 403, 404, 408, 425, 429, 503]);

/** Hands one message to the gateway over HTTP and says what surely is known of it. The protocol stands in docs/operations.md. */
export async function handOver(message: {
  readonly reference: string;
  readonly recipient: string;
  readonly body: string;
}): Promise<Handover> {
  const url = URL.parse("/messages", env.smsGatewayUrl());
  if (!url) return { kind: "not-now", code: "no-gateway" };
  let response: Response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reference: message.reference, to: message.recipient, text: message.body }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: "error",
    });
  } catch (error) {
    const code = String((error as { cause?: { code?: unknown } }).cause?.code ?? (error as Error).name);
    return NEVER_THERE.has(code) ? { kind: "not-now", code } : { kind: "unknown", code };
  }
  if (response.ok) return { kind: "accepted", providerId: await idOf(response) };
  const code = String(response.status);
  if (LATER.has(response.status)) return { kind: "not-now", code };
  return response.status < 500 ? { kind: "rejected", code } : { kind: "unknown", code };
}

async function idOf(response: Response): Promise<string | null> {
  const body = (await response.json().catch(() => null)) as { id?: unknown } | null;
  return typeof body?.id === "string" ? body.id.slice(0, 200) : null;
}
