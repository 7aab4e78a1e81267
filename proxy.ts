import { type NextRequest, NextResponse } from "next/server";
import { env } from "@/lib/platform/env";

/**
 * Hands every page its content security policy with a fresh nonce, and its own path. Decides no access: `enter` does, per page.
 * The app of the field (`/veld`) brings its own policy: it is the same for everybody.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env.isProduction() ? "" : " 'unsafe-eval'"}`,
    `style-src 'self'${env.isProduction() ? "" : " 'unsafe-inline'"}`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-aanbel-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

export const config = { matcher: ["/((?!_next/static|_next/image|api/|veld|favicon|icon).*)"] };
