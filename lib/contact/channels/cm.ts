import { createHash } from "node:crypto";
import type { Reported } from "../domain/message";
import { field, parsed, replyText, type SmsProvider, textOf } from "./provider";
import { isSecret } from "./signature";

const ADDRESS = "https://gw.messaging.cm.com";
/** Eight parts are more than our templates ever need; one more than that is a fault of ours, not a longer message. */
const MOST_PARTS = 8;
/** Of the whole request: who we are, and the balance. A person has to act; the message itself is not wrong. */
const ABOUT_US: ReadonlySet<string> = new Set(["101", "102", "103"]);
/** Of this message: its sender, text or number cannot be used. Faults of theirs (500, 999) are not among them. */
const REFUSED = /^[23]\d\d$/;
/** `status.code` of a receipt. 0 is taken by the network: nothing final. */
const STATUS: Readonly<Record<string, Reported>> = { "1": "undelivered", "2": "delivered", "3": "undelivered", "4": "delivered" };

/** CM.com, Business Messaging API 1.0 and its status reports in JSON. Reports are not signed: a secret in their address stands for it. */
export const cm: SmsProvider = {
  request({ reference, recipient, body }, { url: at = ADDRESS, token: productToken, sender: from }) {
    const url = URL.parse("/v1.0/message", at);
    if (!url || !productToken || !from) return null;
    const message = {
      allowedChannels: ["SMS"],
      from,
      to: [{ number: recipient.replace(/^\+/, "00") }],
      body: { type: "auto", content: body },
      reference,
      minimumNumberOfMessageParts: 1,
      maximumNumberOfMessageParts: MOST_PARTS,
    };
    return {
      url,
      init: {
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ messages: { authentication: { productToken }, msg: [message] } }),
      },
    };
  },
  answered(status, body) {
    const whole = textOf(field(body, "errorCode"));
    const one = textOf(field(body, "messages", 0, "messageErrorCode"));
    const code = `${status}${one && one !== "0" ? `-${one}` : whole && whole !== "0" ? `-${whole}` : ""}`;
    if (status === 200 && one === "0") return { kind: "accepted", providerId: textOf(field(body, "messages", 0, "reference")) };
    if (status === 401 || status === 403 || status === 429 || (whole !== null && ABOUT_US.has(whole)))
      return { kind: "not-now", code };
    const refusal = one !== null && one !== "0" ? one : whole;
    if ((status === 200 || status === 400) && refusal !== null && REFUSED.test(refusal)) return { kind: "rejected", code };
    return { kind: "unknown", code };
  },
  receipt({ url, body }, { reportSecrets }) {
    if (!isSecret(reportSecrets, url.searchParams.get("sleutel"))) return "signature";
    const msg = field(parsed(body), "messages", "msg");
    const one = Array.isArray(msg) ? (msg as unknown[])[0] : msg;
    const [reference, code, at] = [field(one, "reference"), field(one, "status", "code"), field(one, "received")].map(textOf);
    if (!reference || !code || !at) return "unreadable";
    return { reference, id: reference, status: STATUS[code] ?? null, at };
  },
  reply({ url, body }, { reportSecrets }) {
    if (!isSecret(reportSecrets, url.searchParams.get("sleutel"))) return "signature";
    const told = parsed(body);
    const [from, at] = [textOf(field(told, "from", "number")), textOf(field(told, "timeUtc"))];
    const text = field(told, "message", "text");
    if (!from || !at || typeof text !== "string") return "unreadable";
    // It has no id of its own: the same words of the same number at the same moment are the same message.
    const id = createHash("sha256").update(`${from} ${at} ${text}`).digest("hex");
    return { id, from, text: replyText(text), at: /Z|[+-]\d\d:?\d\d$/.test(at) ? at : `${at}Z` };
  },
};
