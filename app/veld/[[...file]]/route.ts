import { shellFile } from "@/lib/field/queries/shell";

/** The app of the field: one static document per build, and its files. */
export const GET = async (_request: Request, { params }: { params: Promise<{ file?: string[] }> }) =>
  shellFile((await params).file ?? []);
