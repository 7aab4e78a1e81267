import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { organisationOptions } from "@/lib/access/jobs";
import { from } from "@/lib/auth/cookie";
import { authOptions } from "@/lib/auth/options";

async function handler(request: NextRequest, context: unknown) {
  const [own, there] = [authOptions(), await organisationOptions(await from())];
  const options = { ...own, ...there, callbacks: { ...own.callbacks, ...there.callbacks } };
  return NextAuth(request as never, context as never, options);
}

export { handler as GET, handler as POST };
