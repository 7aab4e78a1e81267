import { env } from "@/lib/platform/env";
import type { Reported } from "../domain/message";
import { field, type Gateway, replyText, type SmsProvider, textOf } from "./provider";
import { isHmac } from "./signature";

const ADDRESS = "https://api.twilio.com";
/** `MessageStatus` of a receipt; the others (`queued`, `sending`, `sent`) are on the way. */
const STATUS: Readonly<Record<string, Reported>> = {
  delivered: "delivered",
  read: "delivered",
  undelivered: "undelivered",
  failed: "undelivered",
};

/** Where Twilio reports; our reference stands in it, and its signature covers it. */
function callbackUrl(reference: string): string | null {
  const url = URL.parse("/api/sms/report", env.publicUrl());
  url?.searchParams.set("reference", reference);
  return url?.href ?? null;
}

/** Its signature: the whole address, then every field in the order of its name, hashed with the token. */
function isSigned(address: string | null, form: URLSearchParams, headers: Headers, { token }: Gateway): boolean {
  const fields = [...form.keys()].sort().map((key) => `${key}${form.get(key) ?? ""}`);
  return isHmac("sha1", (address ?? "") + fields.join(""), token ? [token] : [], headers.get("x-twilio-signature"), "base64");
}

/** Twilio, Messages resource of API 2010-04-01 and its signed status callbacks. */
export const twilio: SmsProvider = {
  request({ reference, recipient, body }, { url: at = ADDRESS, account, token, sender: from }) {
    const callback = callbackUrl(reference);
    const url = URL.parse(`/2010-04-01/Accounts/${account}/Messages.json`, at);
    if (!url || !account || !token || !from || !callback) return null;
    return {
      url,
      init: {
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          authorization: `Basic ${Buffer.from(`${account}:${token}`).toString("base64")}`,
        },
        body: new URLSearchParams({ To: recipient, From: from, Body: body, StatusCallback: callback }).toString(),
      },
    };
  },
  answered(status, body) {
    const told = textOf(field(body, "code"));
    const code = told ? `${status}-${told}` : String(status);
    const sid = textOf(field(body, "sid"));
    if (status === 201 && sid) return { kind: "accepted", providerId: sid };
    if (status === 401 || status === 403 || status === 429) return { kind: "not-now", code };
    // A refusal carries its number (21211 no number, 21610 opted out, 21614 not a mobile); a 400 of something in between does not.
    return status === 400 && told ? { kind: "rejected", code } : { kind: "unknown", code };
  },
  receipt({ url, headers, body }, gateway) {
    const form = new URLSearchParams(body);
    const reference = url.searchParams.get("reference") ?? "";
    if (!isSigned(callbackUrl(reference), form, headers, gateway)) return "signature";
    const [id, status] = [form.get("MessageSid"), form.get("MessageStatus")];
    if (!id || !status || !reference) return "unreadable";
    return { reference, id, status: STATUS[status] ?? null, at: "" };
  },
  reply({ headers, body }, gateway) {
    const form = new URLSearchParams(body);
    if (!isSigned(URL.parse("/api/sms/reply", env.publicUrl())?.href ?? null, form, headers, gateway)) return "signature";
    const [id, from] = [form.get("MessageSid"), form.get("From")];
    return id && from ? { id, from, text: replyText(form.get("Body") ?? ""), at: "" } : "unreadable";
  },
};
