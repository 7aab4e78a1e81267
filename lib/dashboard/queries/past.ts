import type { Actor } from "@/lib/auth/actor";
import { prisma } from "@/lib/platform/db";

/** Figures entered by hand, newest period first. */
export const pastFigures = (_actor: Actor) => prisma().pastFigure.findMany({ orderBy: [{ period: "desc" }, { kind: "asc" }] });
