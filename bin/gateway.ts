import { createHmac, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import "./start/told.mjs";

/**
 * A small SMS gateway that sends nothing: it accepts messages as a real one does and reports delivery a moment later to
 * REPORT_URL. The protocol stands in docs/operations.md. Some numbers misbehave on purpose, so that faults can be seen.
 */
interface Message {
  readonly reference: string;
  readonly to: string;
  readonly text: string;
}
const MANNERS: Record<string, "silent" | "fails" | "undelivered" | "threefold" | "unreported" | "hasty" | "refused"> = {
  "0001": "silent",
  "0002": "fails",
  "0003": "undelivered",
  "0004": "threefold",
  "0005": "unreported",
  "0006": "hasty",
  "0007": "refused",
};

const reportUrl = process.env.REPORT_URL ?? "";
const secret = () => process.env.SMS_REPORT_SECRET ?? "";
const delay = Number(process.env.REPORT_DELAY_MS ?? 1000);
const ids = new Map<string, string>();

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8");
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function messageIn(text: string): Message | null {
  try {
    const { reference, to, text: words } = JSON.parse(text) as Partial<Message>;
    if (typeof reference !== "string" || typeof to !== "string" || typeof words !== "string") return null;
    return /^\+\d{8,15}$/.test(to) && words.length > 0 ? { reference, to, text: words } : null;
  } catch {
    return null;
  }
}

/** Tells the program what became of a message; keeps trying for a while when it does not answer. */
async function report(id: string, reference: string, status: "delivered" | "undelivered"): Promise<void> {
  const body = JSON.stringify({ id, reference, status, at: new Date().toISOString() });
  const signature = createHmac("sha256", secret()).update(body).digest("hex");
  for (let tries = 0; tries < 4; tries++) {
    await sleep(tries === 0 ? delay : 2000 * tries);
    const taken = await fetch(reportUrl, {
      method: "POST",
      body,
      headers: { "content-type": "application/json", "x-aanbel-signature": signature },
      signal: AbortSignal.timeout(10_000),
    }).then(
      ({ ok, status: code }) => ok || code === 404,
      () => false,
    );
    if (taken) return;
  }
}

async function accept(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const message = messageIn(await bodyOf(request));
  if (!message) return answer(response, 400, { code: "message" });
  const { reference, to } = message;
  const manner = MANNERS[to.slice(-4)];
  if (manner === "silent") return;
  if (manner === "fails") return answer(response, 500, { code: "internal" });
  if (manner === "refused") return answer(response, 400, { code: "number" });
  const known = ids.get(reference);
  if (known) return answer(response, 200, { id: known });
  const id = randomUUID();
  ids.set(reference, id);
  const status = manner === "undelivered" ? "undelivered" : "delivered";
  if (manner === "hasty") await report(id, reference, status);
  answer(response, 202, { id });
  if (manner === "unreported" || manner === "hasty") return;
  for (let copies = manner === "threefold" ? 3 : 1; copies > 0; copies--) await report(id, reference, status);
}

const server = createServer((request, response) => {
  if (request.method !== "POST" || request.url !== "/messages") return answer(response, 404, { code: "unknown" });
  accept(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env.GATEWAY_PORT ?? 0), "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  process.send?.({ port });
  if (!process.send) console.log(`http://127.0.0.1:${port}`);
});
for (const event of ["SIGINT", "SIGTERM", "disconnect"]) process.on(event, () => process.exit(0));
