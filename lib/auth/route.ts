import type { NextRequest } from "next/server";
import { translator } from "@/lib/i18n/translator";
import type { Actor } from "./actor";
import { denied } from "./denied";
import { tooOften } from "./limits";
import { allowed, type Entry } from "./permissions";
import { awake, signedIn } from "./session";

type Handler<Context> = (actor: Actor, request: NextRequest, context: Context) => Promise<Response>;

/**
 * Guards a route (a download, a printable, what a page sends by itself): signed out gets 401, a role that may not gets 404, too often 429.
 * @param byItself the page asks it without anybody doing something: it keeps no session awake
 */
export const route =
  <Context>(entry: Entry & `route:${string}`, work: Handler<Context>, { byItself = false } = {}) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    const actor = (await (byItself ? signedIn() : awake()))?.actor;
    if (!actor) return new Response(null, { status: 401 });
    if (actor.role === "system" || !allowed(actor.role, entry)) {
      denied(actor, entry);
      return new Response(null, { status: 404 });
    }
    const seconds = await tooOften(actor.staffId, entry);
    if (seconds !== null) {
      const headers = { "retry-after": String(seconds), "content-type": "text/plain; charset=utf-8" };
      return new Response((await translator())("common.refused.tooOften", { seconds }), { status: 429, headers });
    }
    return work(actor, request, context);
  };

const MOST = 100_000;

/** A route for phones that are signed in with nobody: what they bring stands behind `Bearer`. Answers a status, and what belongs to it. */
export const deposited =
  <Token>(
    known: (word: string) => Promise<Token | null>,
    work: (token: Token, body: unknown) => Promise<{ status: number; answer?: object }>,
  ) =>
  async (request: NextRequest): Promise<Response> => {
    const word = /^Bearer ([\w.-]{1,20000})$/.exec(request.headers.get("authorization") ?? "")?.[1];
    // Nothing of a stranger is read.
    const token = word ? await known(word) : null;
    if (token === null) return new Response(null, { status: 401 });
    const body = await bodyOf(request, MOST);
    if (body instanceof Response) return body;
    const { status, answer } = await work(token, body);
    return answer ? Response.json(answer, { status }) : new Response(null, { status });
  };

/** What one of our own pages sent as JSON, or the answer to whoever is not one: from elsewhere 403, too much 413, unreadable null. */
export async function bodyOf(request: NextRequest, most: number): Promise<unknown> {
  if ((request.headers.get("sec-fetch-site") ?? "same-origin") !== "same-origin") return new Response(null, { status: 403 });
  if (Number(request.headers.get("content-length") ?? 0) > most * 4) return new Response(null, { status: 413 });
  const text = await request.text();
  if (text.length > most) return new Response(null, { status: 413 });
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
