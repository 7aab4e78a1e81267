import type { Actor } from "@/lib/auth/actor";
import { done, refused } from "@/lib/kernel/outcome";
import { endProblem } from "@/lib/tenancies/commands/problem";
import { endsByHand } from "@/lib/tenancies/domain/problem";
import type { ResolveProblemInput } from "../../schema/people";
import { act } from "./act";
import { writeNote } from "./add-note";

/** A colleague found out what was the matter. What the facts themselves show ends with the facts, not with a tick. */
export const resolveProblem = (actor: Actor, { commandId, problemId, note }: ResolveProblemInput) =>
  act(
    actor,
    {
      action: "cases.resolveProblem",
      commandId,
      tenancyId: async (db) => (await db.dataProblem.findUnique({ where: { id: problemId } }))?.tenancyId,
    },
    async (desk) => {
      const problem = await desk.db.dataProblem.findUniqueOrThrow({ where: { id: problemId } });
      if (!endsByHand(problem.kind)) return refused("problem-ends-by-itself");
      if (problem.endedOn) return refused("already-resolved");
      // Somebody was worried about a person: what was found is kept.
      if (problem.kind === "worried" && !note) return refused("worry-unanswered");
      await endProblem(desk.db, desk.now, desk.tenancyId, problem.kind);
      if (note) await writeNote(desk, note);
      return done({ problemId, kind: problem.kind });
    },
  );
