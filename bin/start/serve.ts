import { smsProblem } from "@/lib/contact/channels/sms";
import { gateway } from "@/lib/contact/queries/gateway";
import { Hindrance } from "../database/hindrance";
import { ROOT } from "../database/place";
import type { StartOptions } from "./options";
import { waitUntilUp } from "./port";
import { firstMessage, program, startPart } from "./processes";
import type { Supervision } from "./supervise";
import { held, NEXT } from "./web";

/**
 * Starts the SMS gateway simulator (only beside the demo, and when no real gateway is set), the web server and the worker,
 * and waits until the first page answers. Answers why messages have nowhere to go; null when they have.
 */
export async function serve(
  { port, host, dev }: StartOptions,
  env: Record<string, string>,
  hasDemo: boolean,
  parts: Supervision,
): Promise<ReturnType<typeof smsProblem>> {
  const simulator = hasDemo && !process.env.SMS_GATEWAY_URL ? await startGateway(env, port, parts) : undefined;
  const all: Record<string, string> = { ...env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  // One question never holds up everybody: the worker has its time, a page has half a minute.
  const web = {
    PGOPTIONS: "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s",
    // It is told where the program ends: it may not look around in the folders above.
    NEXT_PRIVATE_OUTPUT_TRACE_ROOT: ROOT,
  };
  // On loopback the address follows the request; anywhere else it was set, and only that one counts.
  if (!process.env.NEXTAUTH_URL) all.AUTH_TRUST_HOST = "true";
  // Beside the demo nothing leaves the house, whichever gateway is named.
  if (simulator) Object.assign(all, { SMS_GATEWAY_URL: simulator, SMS_PROVIDER: "webhook" });
  const bounds = dev ? [] : held(env.AANBEL_DATA_DIR ?? ".data", env.AANBEL_DATABASE_URL);
  parts.keepAlive("web", [...bounds, ...NEXT, dev ? "dev" : "start", "-p", String(port), "-H", host], { ...all, ...web });
  await waitUntilUp(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/aanmelden`, parts.stopping);
  // The worker has all night; the first page comes first.
  parts.keepAlive("worker", await program("worker.ts"), all);
  return simulator ? null : smsProblem(await gateway());
}

async function startGateway(env: Record<string, string>, port: number, parts: Supervision): Promise<string> {
  const part = startPart("gateway", await program("gateway.ts"), {
    ...env,
    REPORT_URL: `http://127.0.0.1:${port}/api/sms/report`,
  });
  parts.keep(part);
  const message = await firstMessage<{ port: number }>(part);
  if (!message) throw new Hindrance("partFailed", { part: "gateway", reason: part.said() });
  return `http://127.0.0.1:${message.port}`;
}
