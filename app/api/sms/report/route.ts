import { deliveryReport } from "@/lib/contact/jobs";

const MOST = 10_000;
const ANSWERS = { signature: 401, unreadable: 400, "unknown-message": 404 } as const;

/** The gateway tells what became of a message. It signs in with nobody: a signature, or a secret in the address, is its proof. */
export async function POST(request: Request): Promise<Response> {
  const body = await request.text();
  if (body.length > MOST) return new Response(null, { status: 413 });
  const taken = await deliveryReport({ url: new URL(request.url), headers: request.headers, body });
  return new Response(null, { status: taken.ok ? 204 : ANSWERS[taken.code] });
}
