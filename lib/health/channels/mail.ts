import { createTransport } from "nodemailer";
import { env } from "@/lib/platform/env";

/** Hands one mail to the server that was set; false when none was. @throws what the server says, or that nobody answers */
export async function sendMail({ subject, text }: { subject: string; text: string }): Promise<boolean> {
  const [url, to] = [env.smtpUrl(), env.alertTo()];
  if (!url || !to) return false;
  const transport = createTransport(url, { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  try {
    await transport.sendMail({ from: env.mailFrom() ?? to, to, subject, text });
    return true;
  } finally {
    transport.close();
  }
}
