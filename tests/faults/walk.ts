import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "@/bin/database/server";
import { stopPart } from "@/bin/start/processes";
import type { Role } from "@/lib/auth/actor";
import { allowed, type Entry, HOME, MATRIX } from "@/lib/auth/permissions";
import { translate } from "@/lib/i18n/translate";
import { disconnect, pool, prisma } from "@/lib/platform/db";
import { cookieOf } from "../bench/desk-load";
import { machine } from "./machine";

/**
 * Everything there is, asked for in every way by everybody, also of what is somebody else's: the answer is the matrix, never a fault, and who
 * may not gets nothing of it. What is printed is Markdown for docs/faults.md.
 */
const ROLES = Object.keys(HOME) as Role[];
const entries = Object.keys(MATRIX) as Entry[];
const t = translate("nl");
process.stderr.write("a database, the demo in it, and a web server\n");
const { startWeb, stop } = await machine();
const port = (await freePort()) as number;
const web = await startWeb(port);
const base = `http://127.0.0.1:${port}`;

interface Somebody {
  readonly name: string;
  /** As the matrix sees them; null: as nobody. */
  readonly role: Role | null;
  readonly cookie: string;
}
async function session(role: Role, more: { ended?: boolean; active?: boolean; expired?: boolean } = {}): Promise<string> {
  const staff = await prisma().staff.findFirstOrThrow({ where: { role, demo: true } });
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + (more.expired ? -1 : 1) * 3_600_000);
  await prisma().session.create({ data: { id, staffId: staff.id, expiresAt, endedAt: more.ended ? new Date() : null } });
  return cookieOf(id, process.env.NEXTAUTH_SECRET ?? "");
}
async function inactive(): Promise<string> {
  const staff = await prisma().staff.create({
    data: { email: "weg@proef.nl", name: "Weg", firstName: "Weg", role: "finance", active: false },
  });
  const id = randomUUID();
  await prisma().session.create({ data: { id, staffId: staff.id, expiresAt: new Date(Date.now() + 3_600_000) } });
  return cookieOf(id, process.env.NEXTAUTH_SECRET ?? "");
}
const everybody: readonly Somebody[] = [
  ...(await Promise.all(ROLES.map(async (role) => ({ name: role, role, cookie: await session(role) })))),
  { name: "nobody", role: null, cookie: "" },
  { name: "ended", role: null, cookie: await session("finance", { ended: true }) },
  { name: "expired", role: null, cookie: await session("admin", { expired: true }) },
  { name: "inactive", role: null, cookie: await inactive() },
  { name: "forged", role: null, cookie: await cookieOf(randomUUID(), "a secret of somebody else") },
];

const one = async (text: string) => String((await pool().query(text)).rows[0]?.id ?? 1);
/** What a place of an address may hold: something that is there, something of another, and nothing. */
const IDS: Readonly<Record<string, readonly string[]>> = {
  tenancyId: [await one("SELECT tenancy_id AS id FROM arrears_case WHERE closed_on IS NULL"), "2147483647", "x"],
  personId: [await one("SELECT person_id AS id FROM tenancy_person"), "2147483647"],
  id: ["1", "2147483647", "-1"],
  kind: ["sms-call-back", "x"],
};
const TASKS = `SELECT c.id FROM caretaker_task c JOIN tenancy t ON t.id = c.tenancy_id JOIN dwelling d ON d.id = t.dwelling_id
  JOIN building_caretaker b ON b.building_id = d.building_id JOIN staff s ON s.id = b.staff_id`;
const firstCaretaker = (await prisma().staff.findFirstOrThrow({ where: { role: "caretaker", demo: true } })).id;
const own = await one(`${TASKS} WHERE s.id = ${firstCaretaker} AND c.closed_on IS NULL ORDER BY c.id`);
const theirs = await one(`${TASKS} WHERE s.id <> ${firstCaretaker} AND c.closed_on IS NULL ORDER BY c.id`);

function addresses(entry: Entry): string[] {
  const place = entry
    .slice(entry.indexOf(":") + 1)
    .replace("[...nextauth]", "session")
    .replace("[...path]", "Users")
    .replace("/[[...file]]", "");
  const name = /\[(\w+)\]/.exec(place)?.[1];
  if (!name) return [place];
  const ids = place.startsWith("/huismeester/") ? [own, theirs, "2147483647"] : (IDS[name] ?? IDS.id ?? []);
  return ids.map((id) => place.replaceAll(/\[\w+\]/g, id));
}

const WAYS: Readonly<Record<string, { method: string; headers: Record<string, string> }>> = {
  page: { method: "GET", headers: {} },
  router: { method: "GET", headers: { rsc: "1" } },
  ahead: { method: "GET", headers: { rsc: "1", "next-router-prefetch": "1" } },
  segment: { method: "GET", headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" } },
  head: { method: "HEAD", headers: {} },
};
const count = { asked: 0, pages: 0, routes: 0, actions: 0 };
const wrong: string[] = [];
/** Of what nobody may see without being asked in: names and amounts of the demo. */
const NEVER = /€\s?\d|NL\d\dABNA|NL\d\dINGB/;
const DEBT = /€|huurachterstand|betalingsachterstand|huurschuld|Cents"/i;

async function ask(place: string, { name, cookie }: Somebody, init: RequestInit & { headers?: Record<string, string> }) {
  count.asked++;
  const headers = { origin: base, ...(cookie ? { cookie } : {}), ...init.headers };
  try {
    const asked = (at: string) => fetch(base + at, { redirect: "manual", signal: AbortSignal.timeout(25_000), ...init, headers });
    let answer = await asked(place);
    // The router's questions carry a sign of their own in the address: who leaves it out is sent to the same one with it.
    const to = answer.headers.get("location") ?? "";
    if (init.headers?.rsc && to.startsWith(`${place}?_rsc=`)) answer = await asked(to);
    return { status: answer.status, text: await answer.text() };
  } catch (error) {
    const action = actions().find(({ id }) => id === init.headers?.["next-action"]);
    wrong.push(`${name} ${init.method} ${place} ${action?.entry ?? ""}: no answer (${String(error)})`);
    return { status: 404, text: "" };
  }
}

/** How much a page says that does not exist, asked for in the same way. */
const said = new Map<string, Promise<number>>();
function nothing(who: Somebody, init: { method: string; headers: Record<string, string> }): Promise<number> {
  const key = `${who.name} ${JSON.stringify(init)}`;
  const known = said.get(key) ?? ask("/bestaat-niet", who, init).then(({ text }) => text.length);
  said.set(key, known);
  return known;
}

function walkPages(who: Somebody): (() => Promise<void>)[] {
  const jobs: (() => Promise<void>)[] = [];
  for (const entry of entries.filter((each) => each.startsWith("page:")))
    for (const place of addresses(entry))
      for (const [way, init] of Object.entries(WAYS)) {
        jobs.push(async () => {
          count.pages++;
          const { status, text } = await ask(place, who, init);
          const may = allowed(who.role, entry);
          const say = (what: string) => wrong.push(`${who.name} ${way} ${place}: ${what} (${status})`);
          if (status >= 500) say("a fault");
          // Opened: not there, or to the sign-in. In the ways of the router: no more than of a page that does not exist, and ahead nothing of the page itself.
          const gone = init.headers.rsc
            ? [303, 307, 404].includes(status) ||
              /NEXT_HTTP_ERROR_FALLBACK;404|NEXT_REDIRECT/.test(text) ||
              text.length <= (await nothing(who, init)) ||
              (way !== "router" && !text.includes('"$","main"'))
            : status === 404 || (who.role === null && [303, 307].includes(status));
          if (!may && !gone) say("nothing wanted");
          if (!may && NEVER.test(text)) say("something of it is told");
          if (
            may &&
            who.role !== null &&
            status === 404 &&
            !place.includes("2147483647") &&
            !/\/(x|-1|1)(\/|$)/.test(place) &&
            place !== `/huismeester/${theirs}`
          )
            say("200 wanted");
          if (who.role === "caretaker" && place === `/huismeester/${theirs}` && !gone) say("a door of another caretaker");
          if (who.role === "caretaker" && DEBT.test(text)) say("a word of debt");
        });
      }
  return jobs;
}

const methodsOf = (entry: Entry) => {
  const source = readFileSync(path.join("app", entry.slice(entry.indexOf(":") + 1), "route.ts"), "utf8");
  return ["GET", "POST", "PUT", "PATCH", "DELETE"].filter((method) =>
    new RegExp(`export (const|async function) (\\{[^}]*)?${method}\\b|as ${method}\\b`).test(source),
  );
};
function walkRoutes(who: Somebody): (() => Promise<void>)[] {
  const jobs: (() => Promise<void>)[] = [];
  for (const entry of entries.filter((each) => each.startsWith("route:")))
    for (const place of addresses(entry))
      for (const method of methodsOf(entry)) {
        jobs.push(async () => {
          count.routes++;
          const body = method === "GET" ? {} : { body: "{}" };
          const { status, text } = await ask(place, who, { method, ...body, headers: { "content-type": "application/json" } });
          const may = allowed(who.role, entry);
          const say = (what: string) => wrong.push(`${who.name} ${method} ${place}: ${what} (${status})`);
          if (status >= 500) say("a fault");
          if (!may && status !== (who.role === null ? 401 : 404)) say("a refusal wanted");
          if (!may && NEVER.test(text)) say("something of it is told");
          if (who.role === "caretaker" && DEBT.test(text)) say("a word of debt");
        });
      }
  return jobs;
}

interface Reference {
  readonly id: string;
  readonly entry: Entry;
  readonly page: string;
}
function actions(): Reference[] {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as {
    node: Record<string, { filename?: string; exportedName?: string; workers: Record<string, unknown> }>;
  };
  return Object.entries(manifest.node).flatMap(([id, known]) => {
    const room = /^lib\/(\w+)\/actions/.exec(known.filename ?? "")?.[1];
    const page = (Object.keys(known.workers)[0] ?? "app/page").replace(/^app/, "").replace(/\/page$/, "") || "/";
    return room ? [{ id, entry: `action:${room}.${known.exportedName}` as Entry, page: page.replaceAll(/\[\w+\]/g, "1") }] : [];
  });
}
/** With nothing in it, and with what a form of another's would hold. */
const FORMS: readonly Readonly<Record<string, string>>[] = [
  {},
  ...[IDS.tenancyId?.[0] ?? "1", "2147483647"].map((tenancyId) => ({
    ...{ tenancyId, commandId: "not a command", personId: "1", staffId: "1", visitId: "1", taskId: theirs, id: "1" },
    ...{ reason: "", password: "x", active: "maybe", owner: "1" },
  })),
];
/** What ends the one who asks is not asked by somebody who still has to go on; and the demo's own clock would move a day on for each. */
const ENDS = new Set<string>([
  "action:access.signOut",
  "action:staff.endSession",
  ...entries.filter((each) => each.startsWith("action:clock.")),
]);
function walkActions(who: Somebody): (() => Promise<void>)[] {
  const jobs: (() => Promise<void>)[] = [];
  for (const { id, entry, page } of actions().filter((each) => !ENDS.has(each.entry)))
    for (const form of FORMS) {
      jobs.push(async () => {
        count.actions++;
        const body = new FormData();
        for (const [name, value] of Object.entries(form)) body.append(`1_${name}`, value);
        body.append("1_nothing", "");
        body.append("0", '[{"status":"idle"},"$K1"]');
        const { status, text } = await ask(page, who, {
          method: "POST",
          body,
          headers: { "next-action": id, accept: "text/x-component" },
        });
        const may = allowed(who.role, entry);
        const say = (what: string) => wrong.push(`${who.name} ${entry}: ${what} (${status}) ${text.slice(0, 80)}`);
        // A page that is not there for them, or leads to the sign-in, did nothing either.
        const refused = [t("common.refused.notAllowed"), t("common.refused.signedOut")].some((words) => text.includes(words));
        if (status >= 500 || text.includes(t("common.refused.fault"))) say("a fault");
        if (!may && !refused && ![303, 307, 404, 411].includes(status)) say("a refusal wanted");
        // A code is only asked for between two steps of signing in.
        if (may && entry !== "action:access.giveCode" && text.includes(t("common.refused.notAllowed")))
          say("was refused what they may");
        if (!may && NEVER.test(text)) say("something of it is told");
      });
    }
  return jobs;
}

/** Several at a time, as many browsers would. */
async function together(jobs: readonly (() => Promise<void>)[]): Promise<void> {
  const left = [...jobs];
  const take = async (): Promise<void> => {
    for (let job = left.shift(); job; job = left.shift()) await job();
  };
  await Promise.all(Array.from({ length: 6 }, take));
}

const STATE =
  "SELECT (SELECT count(*) FROM audit_event) || ' ' || (SELECT count(*) FROM ledger_entry) || ' ' || (SELECT count(*) FROM staff) AS id";
const since = performance.now();
try {
  for (const who of everybody) {
    const before = await one(STATE);
    await together([...walkPages(who), ...walkRoutes(who), ...walkActions(who)]);
    if (who.role === null && (await one(STATE)) !== before) wrong.push(`${who.name} changed something`);
    process.stderr.write(`${who.name}: ${count.asked} asked, ${wrong.length} wrong\n`);
  }
  const { asked, pages, routes, actions: pressed } = count;
  console.log(
    `Everything there is, by ${everybody.length} kinds of people (six roles, nobody, a session that was ended, one that is over, somebody whose place was taken away, a cookie of another installation): ${pages} pages in five ways, ${routes} routes by each of their methods, ${pressed} actions with nothing in them and with ids of others. **${asked} questions, ${wrong.length} not as the matrix says**, in ${Math.round((performance.now() - since) / 1000)} s.`,
  );
  for (const each of wrong.slice(0, 60)) console.log(`- ${each}`);
  if (wrong.length > 0) process.exitCode = 1;
} finally {
  await disconnect();
  await stopPart(web, 5_000);
  stop();
}
process.exit();
