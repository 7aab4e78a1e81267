"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { searchKey } from "@/lib/platform/search-key";
import { removeView as remove, saveView as save } from "./commands";
import { removeViewSchema, saveViewSchema, searchSchema } from "./schema";

/** Leads to what is found; what was typed goes along as a key. */
export const search = action("action:queue.search", searchSchema, async (_actor, { zoek, to, regel }) => {
  const query = new URLSearchParams(zoek ? { zoek: searchKey(zoek) } : {});
  if (to === "/werklijst") query.set("tab", "alles");
  if (to === "/te-plaatsen" && regel) query.set("regel", String(regel));
  redirect(`${to}?${query}`);
});
export const saveView = action("action:queue.saveView", saveViewSchema, save);
export const removeView = action("action:queue.removeView", removeViewSchema, remove);
