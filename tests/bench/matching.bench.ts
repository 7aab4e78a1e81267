import { match } from "@/lib/bank/domain/match";
import { Register } from "@/lib/bank/domain/register";
import { portfolio } from "../factories/portfolio";
import { receipts } from "../factories/receipts";

/** Matching alone: lines per second of one core against 100,000 tenancies, on the sample of realistic receipts. Its own processor time, so that what else runs does not count. */
const TENANCIES = 100_000;
const ROUNDS = 100;
const WANTED = 20_000;

const tenants = portfolio(TENANCIES);
const register = new Register(
  tenants.map((it) => it.payer),
  new Set(["NL14BNGH0285001234"]),
);
const lines = receipts(tenants).map((one) => one.line);
for (const line of lines) match(line, register); // the first asks for the lists of names and addresses
const since = process.cpuUsage();
const ended: Record<string, number> = {};
for (let round = 0; round < ROUNDS; round++)
  for (const line of lines) {
    const { disposition } = match(line, register);
    ended[disposition] = (ended[disposition] ?? 0) + 1;
  }
const { user, system } = process.cpuUsage(since);
const perSecond = Math.round((lines.length * ROUNDS) / ((user + system) / 1e6));
console.log(`| lines | tenancies | posted | suspense | lines per second of one core | wanted |
|---|---|---|---|---|---|
| ${lines.length * ROUNDS} | ${tenants.length} | ${ended.posted ?? 0} | ${ended.suspense ?? 0} | ${perSecond} | ${WANTED} |`);
if (perSecond < WANTED) process.exitCode = 1;
