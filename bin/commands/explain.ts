import type { Command } from "commander";
import { dutyStep } from "@/lib/cases/domain/line";
import type { Explained } from "@/lib/cases/queries/explain";
import { factWords } from "@/lib/i18n/facts";
import { formatDay, formatEuro, formatMoment } from "@/lib/i18n/format";
import { inWords, type Translate } from "@/lib/i18n/phrase";
import type { Reason } from "@/lib/rules/answer";
import { type Cli, Refused } from "../cli";
import { dayFrom, momentFrom } from "./values";

interface Options {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly json?: boolean;
}

/** `explain TENANCY --as-of DAY [--known-at MOMENT] [--json]`: why a tenancy is or is not in the list of a day. */
export function explainCommand(program: Command, cli: Cli): void {
  const { t, print, withDatabase } = cli;
  program
    .command("explain")
    .description(t("cli.help.explain"))
    .argument("<tenancy>", t("cli.help.tenancy"))
    .requiredOption("--as-of <DAY>", t("cli.help.asOf"))
    .option("--known-at <MOMENT>", t("cli.help.knownAt"))
    .option("--json", t("cli.help.json"))
    .action(async (tenancy: string, options: Options) => {
      const day = dayFrom(t, "--as-of", options.asOf);
      const given = options.knownAt === undefined ? null : momentFrom(t, "--known-at", options.knownAt);
      await withDatabase(async () => {
        const { inSnapshot, prisma } = await import("@/lib/platform/db");
        const { now } = await import("@/lib/platform/clock");
        const { explain } = await import("@/lib/cases/queries/explain");
        const { explainedJson } = await import("@/lib/cases/domain/line");
        const known = await prisma().tenancy.findUnique({ where: { number: tenancy }, select: { id: true } });
        if (!known) throw new Refused(t("explain.refused.unknownTenancy", { tenancy }));
        const knownAt = given ?? (await now()).moment;
        const found = await inSnapshot((sql) => explain(sql, { tenancyId: known.id, day, knownAt }));
        if (!found) throw new Refused(t("explain.refused.notKnownYet", { tenancy }));
        print(options.json ? JSON.stringify(explainedJson(found)) : explanationWords(found, t));
      });
    });
}

const sentence = (t: Translate, { code, values }: Reason) => t(`reasons.${code}`, inWords(values, t.lang, "long"));

function explanationWords(found: Explained, t: Translate): string {
  const { assessment, blocked, alsoContact, alsoDuty, later } = found;
  const step = (code: string) => t(`steps.doing.${code}`);
  const bullets = (reasons: readonly Reason[]) => reasons.map((one) => `  - ${sentence(t, one)}`);
  const duty = dutyStep(assessment);
  const others = alsoContact.filter((code) => code !== blocked?.step);
  const also = [...others, ...alsoDuty].map(step).join(", ");
  const lines = [
    t("explain.head", {
      tenancy: found.number,
      day: formatDay(found.day, "full", t.lang),
      knownAt: formatMoment(found.knownAt, "long", t.lang),
    }),
    t(found.inList ? "explain.inList" : "explain.notInList", { step: step(assessment.contact.step) }),
    ...bullets(assessment.contact.reasons),
    t(assessment.flagged ? "explain.flagged" : "explain.notFlagged"),
    ...bullets(assessment.flagReasons),
    t("explain.duty", { step: duty === null ? t("explain.nothingYet") : step(duty) }),
    ...bullets(duty === null ? [] : assessment.duty.reasons),
    ...(blocked ? [t("explain.blocked", { step: step(blocked.step), by: step(blocked.by.step) })] : []),
    ...(also ? [t("explain.also", { steps: also })] : []),
    assessment.reassessOn ? t("explain.reassess", { day: formatDay(assessment.reassessOn, "long", t.lang) }) : t("explain.never"),
    t("explain.policy", { policy: assessment.policy }),
    `${t("explain.factsHead")}:`,
    ...found.facts.map((one) => factLine(one, t)),
    ...(later.length > 0 ? [`${t("explain.laterHead")}:`, ...later.map((one) => laterLine(one, t))] : []),
  ];
  return lines.join("\n");
}

function factLine(one: Explained["facts"][number], t: Translate): string {
  const { name, value, limit, source } = factWords(one, t);
  return `  - ${t("explain.fact", { name, value, limit: limit && t("explain.limit", { limit }), source })}`;
}

function laterLine(one: Explained["later"][number], t: Translate): string {
  const kind = t(`explain.kinds.${one.kind}`);
  const day = formatDay(one.bookedOn, "long", t.lang);
  const known = formatMoment(one.recordedAt, "long", t.lang);
  return `  - ${t("explain.later", { kind, amount: formatEuro(BigInt(one.amount)), day, known, counted: one.counted ? "yes" : "no" })}`;
}
