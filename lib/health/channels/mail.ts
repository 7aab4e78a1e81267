import { createTransport } from "nodemailer";

/** Where mail leaves, and who is told when something is not well. */
export interface MailServer {
  readonly server: string | { host: string; port: number; user?: string | undefined; password?: string | undefined };
  readonly from: string;
  readonly to: string;
}

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const LOOPBACK = /^(localhost|127\.0\.0\.1)$/;

function transportOf(server: MailServer["server"]) {
  if (typeof server === "string") return createTransport(server, PATIENCE);
  const { host, port, user, password } = server;
  const auth = user ? { auth: { user, pass: password ?? "" } } : {};
  // Over TLS from the start, or from its first word on; in the open on this machine only.
  return createTransport({ host, port, secure: port === 465, requireTLS: !LOOPBACK.test(host), ...auth, ...PATIENCE });
}

/** Hands one mail to the server that was set; false when none was. @throws what the server says, or that nobody answers */
export async function sendMail(known: MailServer | null, { subject, text }: { subject: string; text: string }): Promise<boolean> {
  if (!known) return false;
  const transport = transportOf(known.server);
  try {
    await transport.sendMail({ from: known.from, to: known.to, subject, text });
    return true;
  } finally {
    transport.close();
  }
}
