import { takeReport } from "./commands/report";
import { sendWaiting } from "./commands/send";

/** Sends what waits in the outbox. */
export const sendMessages = () => sendWaiting();

/** A delivery report as it came over HTTP, with its signature. */
export const deliveryReport = (body: string, signature: string | null) => takeReport(body, signature);
