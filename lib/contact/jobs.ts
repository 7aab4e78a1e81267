import type { ReceiptRequest } from "./channels/provider";
import { takeReply } from "./commands/reply";
import { takeReport } from "./commands/report";
import { sendWaiting } from "./commands/send";

/** Sends what waits in the outbox. */
export const sendMessages = () => sendWaiting();

/** A delivery report as it came over HTTP, with what proves whose it is. */
export const deliveryReport = (request: ReceiptRequest) => takeReport(request);

/** What a tenant texted back, as it came over HTTP. */
export const smsReply = (request: ReceiptRequest) => takeReply(request);
