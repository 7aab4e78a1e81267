import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { POST } from "@/app/api/sms/report/route";

/** How a gateway that pretends to be one of the real ones takes the next message. */
export interface Manner {
  readonly status: number;
  readonly body: object | string;
  /** The message is taken, and the line goes dead before the answer. */
  readonly hangUp?: boolean;
}

export interface Received {
  readonly path: string;
  readonly authorization: string | null;
  readonly type: string | null;
  readonly body: string;
}

/** A gateway over real HTTP that answers in the words of CM.com or Twilio, and keeps what it got. */
export class ProviderGateway {
  received: Received[] = [];
  manner: Manner = { status: 200, body: {} };
  private readonly server: Server = createServer(async (request, response) => {
    this.received.push(await readAll(request));
    const { status, body, hangUp } = this.manner;
    if (hangUp) request.socket.destroy();
    else
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(typeof body === "string" ? body : JSON.stringify(body));
  });

  async open(): Promise<void> {
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
  }
  get address(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close(): void {
    this.server.close();
  }
}

async function readAll(request: IncomingMessage): Promise<Received> {
  let body = "";
  for await (const piece of request) body += piece;
  const { authorization = null, "content-type": type = null } = request.headers;
  return { path: request.url ?? "", authorization, type, body };
}

/** What CM.com answers to one accepted message, as its documentation shows it. */
export const cmAnswer = (reference: string, error = 0, whole = 0) => ({
  details: whole === 0 ? "Created 1 message(s)" : "Not accepted",
  errorCode: whole,
  messages:
    whole === 0
      ? [
          {
            to: "0031612345678",
            status: error === 0 ? "Accepted" : "Rejected",
            reference,
            parts: 1,
            messageDetails: null,
            messageErrorCode: error,
          },
        ]
      : [],
});

/** A status report of CM.com in the JSON form one chooses in its gateway screen; numbers come as text. */
export const cmReport = (reference: string, code: string, secret: string, as: "one" | "list" = "one"): Promise<Response> => {
  const msg = {
    received: "2026-03-12T10:11:12",
    to: "0031612345678",
    reference,
    status: { code, errorCode: "", errorDescription: "" },
    operator: "20416",
  };
  const body = JSON.stringify({ messages: { msg: as === "one" ? msg : [msg] } });
  return POST(new Request(`http://localhost/api/sms/report?sleutel=${encodeURIComponent(secret)}`, { method: "POST", body }));
};

/** What Twilio answers to one message that it took. */
export const twilioAnswer = (sid: string) => ({
  sid,
  account_sid: "AC0123456789abcdef0123456789abcdef",
  api_version: "2010-04-01",
  direction: "outbound-api",
  num_segments: "1",
  status: "queued",
  error_code: null,
  error_message: null,
});
/** What Twilio answers to a message it refuses. */
export const twilioRefusal = (code: number) => ({
  code,
  message: "refused",
  more_info: `https://www.twilio.com/docs/errors/${code}`,
  status: 400,
});

/** A status callback of Twilio, signed over the address it was given and its fields. */
export function twilioReport(callback: string, sid: string, status: string, token: string, signedBy = token): Promise<Response> {
  const form = new URLSearchParams({
    SmsSid: sid,
    MessageStatus: status,
    MessageSid: sid,
    AccountSid: "AC1",
    From: "Maasstede",
    ApiVersion: "2010-04-01",
  });
  const text =
    callback +
    [...form.keys()]
      .sort()
      .map((key) => key + (form.get(key) ?? ""))
      .join("");
  const { pathname, search } = new URL(callback);
  // Behind a proxy the program hears another host than the world does.
  return POST(
    new Request(`http://127.0.0.1:3000${pathname}${search}`, {
      method: "POST",
      body: form.toString(),
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": createHmac("sha1", signedBy).update(text).digest("base64"),
      },
    }),
  );
}
