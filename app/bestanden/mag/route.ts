import { route } from "@/lib/auth/route";

/** Asked by the gate before the body of a large request is read: whether its sender may bring in files. */
export const GET = route("route:/bestanden/mag", async () => new Response(null, { status: 204 }));
