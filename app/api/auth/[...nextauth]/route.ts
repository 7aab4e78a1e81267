import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/auth/options";

const handler = (request: NextRequest, context: unknown) => NextAuth(request as never, context as never, authOptions());

export { handler as GET, handler as POST };
