"use server";

import { z } from "zod";
import { action } from "@/lib/auth/action";
import { playOn as play } from "./commands";

/** The button beside a clock of its own: one part of the day further. */
export const playOn = action("action:clock.playOn", z.object({}), play);
