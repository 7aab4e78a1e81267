"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import type { Outcome } from "@/lib/kernel/outcome";
import { playOn as play } from "./commands/playOn";

/** The button beside the clock: one part of the day further. */
export const playOn = action("action:demo.playOn", z.object({}), (actor): Promise<Outcome<unknown>> => play(actor));
