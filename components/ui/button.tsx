import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { KeyHint } from "./key-hint";

export type ButtonKind = "plain" | "go" | "quiet" | "need";
type ButtonSize = "desk" | "small" | "touch";
interface Look {
  /** `go` is the one primary button of a screen. */
  kind?: ButtonKind | "off";
  /** `touch`: 56 px high and full width, for a phone. */
  size?: ButtonSize;
  /** Key that presses it, shown faintly beside the words. */
  hotkey?: string;
}

const BASE =
  "btn inline-flex items-center justify-center gap-2 py-1 text-center no-underline " +
  "[transition:background_var(--move),border-color_var(--move)] aria-disabled:cursor-progress aria-disabled:opacity-75";
const PLAIN = "cursor-pointer border border-control bg-sheet text-ink hover:border-accent hover:bg-accent-wash";
const KINDS = {
  plain: PLAIN,
  go:
    "btn-go cursor-pointer border border-accent bg-accent text-on-accent hover:border-accent-press hover:bg-accent-press active:border-accent-press " +
    "active:bg-accent-press [&_.key]:border-[color-mix(in_srgb,var(--on-accent)_45%,transparent)] [&_.key]:text-on-accent",
  quiet: "cursor-pointer border border-transparent text-ink-2 hover:border-accent hover:bg-accent-wash",
  need: "cursor-pointer border-[1.5px] border-signal bg-signal-wash text-ink hover:border-ink",
  // Not now: it stays where it was and says why.
  off: "border border-dashed border-control text-ink-3 cursor-default",
};
const ROOM = {
  plain: "px-3 font-medium",
  go: "font-semibold",
  quiet: "px-2 font-normal",
  need: "px-3 font-medium",
  off: "px-3 font-medium",
};
const DESK = "rounded-2 pointer-coarse:min-h-11";
const SIZES: Record<ButtonSize, (kind: keyof typeof KINDS) => string> = {
  desk: (kind) => `${DESK} ${ROOM[kind]} ${kind === "go" ? "min-h-11 px-4 text-l" : "min-h-9 text-m"}`,
  small: (kind) => `${DESK} ${ROOM[kind]} text-m ${kind === "go" ? "min-h-9 px-3" : "min-h-8"}`,
  touch: (kind) => `btn-touch min-h-14 w-full rounded-3 text-[1.125rem]/5.5 font-semibold ${kind === "go" ? "px-4" : "px-3"}`,
};

export function buttonClass({ kind = "plain", size = "desk" }: Look, className = ""): string {
  return `${BASE} ${KINDS[kind]} ${SIZES[size](kind)} ${className}`.trimEnd();
}

export function Button({ kind, size, hotkey, className, children, ...rest }: Look & ComponentProps<"button">) {
  return (
    <button
      type="button"
      {...rest}
      className={buttonClass({ kind, size }, className)}
      data-key={hotkey}
      aria-keyshortcuts={hotkey}
    >
      {children}
      {hotkey && <KeyHint>{hotkey}</KeyHint>}
    </button>
  );
}

export function LinkButton({ kind, size, hotkey, className, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClass({ kind, size }, className)} data-key={hotkey} aria-keyshortcuts={hotkey}>
      {children}
      {hotkey && <KeyHint>{hotkey}</KeyHint>}
    </Link>
  );
}

/** Not now, and why: stays in its place instead of going away. */
export function OffButton({ size, children }: { size?: ButtonSize; children: ReactNode }) {
  return <span className={buttonClass({ kind: "off", size })}>{children}</span>;
}
