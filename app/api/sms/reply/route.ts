import { smsReply } from "@/lib/contact/jobs";

const MOST = 10_000;
const ANSWERS = { signature: 401, unreadable: 400 } as const;

/** A tenant texted back. The gateway signs in with nobody: a signature, or a secret in the address, is its proof. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  if (body.length > MOST) return new Response(null, { status: 413 });
  const taken = await smsReply({ url: new URL(request.url), headers: request.headers, body });
  // Gateways hold on to a reply until they hear exactly this.
  return new Response(null, { status: taken.ok ? 200 : ANSWERS[taken.code] });
}
