"use server";

import { action } from "@/lib/auth/action";
import { enterPastFigure as enterCommand } from "./commands";
import { pastFigureSchema } from "./schema";

export const enterPastFigure = action("action:dashboard.enterPastFigure", pastFigureSchema, enterCommand);
