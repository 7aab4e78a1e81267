import { Hindrance } from "../database/hindrance";
import type { StartOptions } from "./options";
import { waitUntilUp } from "./port";
import { firstMessage, program, startPart } from "./processes";
import type { Supervision } from "./supervise";

const NEXT = ["--import", "./bin/start/with-parent.mjs", "--import", "./bin/start/gate.mjs", "node_modules/next/dist/bin/next"];

/**
 * Starts the SMS gateway simulator (only beside the demo, and when no real gateway is set), the web server and the worker,
 * and waits until the first page answers. Answers whether messages have somewhere to go.
 */
export async function serve(
  { port, host, dev }: StartOptions,
  env: Record<string, string>,
  hasDemo: boolean,
  parts: Supervision,
): Promise<boolean> {
  const gateway = process.env.SMS_GATEWAY_URL ?? (hasDemo ? await startGateway(env, port, parts) : undefined);
  const all: Record<string, string> = { ...env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
  if (gateway) all.SMS_GATEWAY_URL = gateway;
  parts.keepAlive("web", [...NEXT, dev ? "dev" : "start", "-p", String(port), "-H", host], all);
  await waitUntilUp(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/aanmelden`, parts.stopping);
  // The worker has all night; the first page comes first.
  parts.keepAlive("worker", await program("worker.ts"), all);
  return gateway !== undefined;
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
