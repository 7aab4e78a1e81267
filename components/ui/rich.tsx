import Link from "next/link";
import { Fragment } from "react";
import type { Part } from "@/lib/i18n/phrase";

/** A sentence with its `<b>` and `<link>` shown; `href` is where the link leads. */
export function Rich({ parts, href }: { parts: readonly Part[]; href?: string }) {
  return parts.map((part, index) => {
    if (typeof part === "string") return <Fragment key={index}>{part}</Fragment>;
    if (part.tag === "link" && href)
      return (
        <Link key={index} href={href}>
          {part.text}
        </Link>
      );
    return <b key={index}>{part.text}</b>;
  });
}
