import { type NextRequest, NextResponse } from "next/server";
import { scim } from "@/lib/access/jobs";

/** The organisation's directory, proven by its key; it keeps our accounts up to date (SCIM 2.0). */
async function handler(request: NextRequest, { params }: { params: Promise<{ path: string[] }> }): Promise<NextResponse> {
  const key = /^Bearer ([\w-]{20,100})$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!key) return new NextResponse(null, { status: 401 });
  const { path } = await params;
  const body: unknown = request.method === "GET" ? null : await request.json().catch(() => null);
  const answer = await scim({ method: request.method, path, filter: request.nextUrl.searchParams.get("filter"), key, body });
  if (answer === null) return new NextResponse(null, { status: 401 });
  const headers = { "content-type": "application/scim+json", "cache-control": "no-store" };
  return new NextResponse(answer.body ? JSON.stringify(answer.body) : null, { status: answer.status, headers });
}

export { handler as DELETE, handler as GET, handler as PATCH, handler as POST, handler as PUT };
