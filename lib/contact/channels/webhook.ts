import { replySchema, reportSchema } from "../schema";
import { field, parsed, type SmsProvider, textOf } from "./provider";
import { isHmac } from "./signature";

/** Documented as "not taken, try later": who we are, too many, not yet. */
const NOT_TAKEN: ReadonlySet<number> = new Set([401, 403, 404, 425, 429]);

/** Our own small protocol, for a gateway of any make behind a few lines of glue; it stands in docs/operations.md. */
export const webhook: SmsProvider = {
  request({ reference, recipient, body }, gateway) {
    const url = URL.parse("/messages", gateway.url);
    const [secret] = gateway.reportSecrets;
    return (
      url && {
        url,
        init: {
          headers: {
            "content-type": "application/json",
            "idempotency-key": reference,
            ...(secret ? { authorization: `Bearer ${secret}` } : {}),
          },
          body: JSON.stringify({ reference, to: recipient, text: body }),
        },
      }
    );
  },
  answered(status, body) {
    const code = String(status);
    if (status >= 200 && status < 300) return { kind: "accepted", providerId: textOf(field(body, "id")) };
    if (NOT_TAKEN.has(status)) return { kind: "not-now", code };
    return status >= 400 && status < 500 && status !== 408 ? { kind: "rejected", code } : { kind: "unknown", code };
  },
  receipt({ headers, body }, { reportSecrets }) {
    if (!isHmac("sha256", body, reportSecrets, headers.get("x-aanbel-signature"), "hex")) return "signature";
    const read = reportSchema.safeParse(parsed(body));
    return read.success ? read.data : "unreadable";
  },
  reply({ headers, body }, { reportSecrets }) {
    if (!isHmac("sha256", body, reportSecrets, headers.get("x-aanbel-signature"), "hex")) return "signature";
    const read = replySchema.safeParse(parsed(body));
    return read.success ? read.data : "unreadable";
  },
};
