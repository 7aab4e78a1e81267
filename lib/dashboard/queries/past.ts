import { prisma } from "@/lib/platform/db";

/** Figures entered by hand, newest period first. */
export const pastFigures = () => prisma().pastFigure.findMany({ orderBy: [{ period: "desc" }, { kind: "asc" }] });
