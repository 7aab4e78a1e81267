import { withoutControls } from "@/lib/kernel/text";
import type { Handover, Reported } from "../domain/message";

/** One message as it leaves. */
export interface OutgoingSms {
  /** Our own id of it, which comes back in its receipt. */
  readonly reference: string;
  /** E.164: `+31612345678`. */
  readonly recipient: string;
  readonly body: string;
}

/** A receipt as it came over HTTP. */
export interface ReceiptRequest {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** What a receipt says; `status` null while nothing is final. */
export interface Receipt {
  readonly reference: string;
  readonly id: string;
  readonly status: Reported | null;
  /** ISO moment, as the gateway tells it. */
  readonly at: string;
}

/** What a tenant texted back. */
export interface Reply {
  /** The same one again has the same. */
  readonly id: string;
  readonly from: string;
  readonly text: string;
  readonly at: string;
}

/** Which gateway, and who we are there. */
export interface Gateway {
  /** `webhook` (our own protocol), `cm` or `twilio`. */
  readonly provider: string;
  /** Where it is, when that is not where it always is. */
  readonly url?: string | undefined;
  /** The name or number a tenant sees. */
  readonly sender?: string | undefined;
  readonly account?: string | undefined;
  readonly token?: string | undefined;
  /** What its reports may be signed with; with the first one we sign in to a gateway of our own protocol. */
  readonly reportSecrets: readonly string[];
}

/** How one gateway wants it: the request, what its answer surely means, its receipts, and what comes back. */
export interface SmsProvider {
  /** Null when it is not set up. */
  request(message: OutgoingSms, gateway: Gateway): { readonly url: URL; readonly init: RequestInit } | null;
  /** Only a documented refusal says that nothing was sent; every other answer but "taken" leaves it open. */
  answered(status: number, body: unknown): Handover;
  receipt(request: ReceiptRequest, gateway: Gateway): Receipt | "signature" | "unreadable";
  reply(request: ReceiptRequest, gateway: Gateway): Reply | "signature" | "unreadable";
}

/** A field of an answer nobody promised the shape of. */
export const field = (body: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (at !== null && typeof at === "object" ? (at as Record<string | number, unknown>)[key] : undefined),
    body,
  );

/** As far as it can be kept: without control signs, which no database takes, and not endless. */
export const textOf = (value: unknown): string | null =>
  typeof value === "string" || typeof value === "number" ? withoutControls(String(value)).slice(0, 200) : null;

export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** The words of a reply: no longer than several messages, without control signs. */
export const replyText = (text: string): string => withoutControls(text).slice(0, 2_000);
