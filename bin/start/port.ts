import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Hindrance } from "../database/hindrance";

/** Looks before anything is started whether the web address is free. */
export function freeOrRefuse({ port, host }: { port: number; host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", (error: { code?: string }) => {
      const code = error.code === "EADDRINUSE" ? "portInUse" : error.code === "EACCES" ? "portForbidden" : "hostUnknown";
      reject(new Hindrance(code, { port, host, next: port + 1 }));
    });
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Waits until the web server answers; the caller hears of its early end elsewhere. */
export async function waitUntilUp(address: string, signal: AbortSignal): Promise<void> {
  for (let tries = 0; tries < 600 && !signal.aborted; tries++) {
    const up = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(20_000) }).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (up) return;
    await sleep(200);
  }
  if (!signal.aborted) throw new Hindrance("webDoesNotAnswer", { address });
}
