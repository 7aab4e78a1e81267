import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { POST } from "@/app/api/sms/report/route";

const SECRET = "a shared secret of the test";
interface Answer {
  readonly status: number;
  readonly hangUp?: boolean;
}

/** An SMS gateway over real HTTP that does what a test tells it. */
export class Gateway {
  received: { reference: string; to: string; text: string }[] = [];
  /** What it does with the next message. */
  manner: (reference: string) => Answer | Promise<Answer> = () => ({ status: 202 });
  private readonly server: Server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const message = JSON.parse(body) as Gateway["received"][number];
    this.received.push(message);
    const { status, hangUp } = await this.manner(message.reference);
    const id = `provider-${this.received.length}`;
    if (hangUp) request.socket.destroy();
    else response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ id }));
  });

  async open(): Promise<void> {
    process.env.SMS_REPORT_SECRET = SECRET;
    await new Promise<void>((ready) => this.server.listen(0, "127.0.0.1", ready));
  }

  /** As new, for the next test. */
  reset(): void {
    process.env.SMS_GATEWAY_URL = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    this.received = [];
    this.manner = () => ({ status: 202 });
  }

  close(): void {
    this.server.close();
  }
}

/** An address where nobody listens any more. */
export async function closedAddress(): Promise<string> {
  const once = createServer();
  await new Promise<void>((ready) => once.listen(0, "127.0.0.1", ready));
  const { port } = once.address() as AddressInfo;
  await new Promise((closed) => once.close(closed));
  return `http://127.0.0.1:${port}`;
}

/** The gateway tells what became of a message. */
export function report(reference: string, status: string, more: { at?: string; signature?: string } = {}): Promise<Response> {
  const body = JSON.stringify({ id: "x", reference, status, at: more.at ?? "2026-03-12T09:10:00.000Z" });
  const signature = more.signature ?? createHmac("sha256", SECRET).update(body).digest("hex");
  const headers = { "x-aanbel-signature": signature };
  return POST(new Request("http://localhost/api/sms/report", { method: "POST", body, headers }));
}
