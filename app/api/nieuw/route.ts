import { route } from "@/lib/auth/route";
import { now } from "@/lib/platform/clock";
import { newInList } from "@/lib/queue/queries/list";
import { readFilter } from "@/lib/queue/schema";
import { deskColleagues, mineOf } from "@/lib/staff/queries/staff";

/** How many cases came into a list, named by its address, since it was shown. */
export const GET = route(
  "route:/api/nieuw",
  async (actor, request) => {
    const asked = Object.fromEntries(request.nextUrl.searchParams);
    const { day } = await now();
    const mine = mineOf(actor, await deskColleagues(day));
    return Response.json({ count: await newInList(readFilter(asked), day, mine, Number(asked.na) || 0) });
  },
  { byItself: true },
);
