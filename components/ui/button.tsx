import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { KeyHint } from "./key-hint";

export type ButtonKind = "plain" | "go" | "quiet" | "need";
interface Look {
  /** `go` is the one primary button of a screen. */
  kind?: ButtonKind;
  /** `touch`: 56 px high and full width, for a phone. */
  size?: "desk" | "small" | "touch";
  /** Key that presses it, shown faintly beside the words. */
  hotkey?: string;
}

export function buttonClass({ kind = "plain", size = "desk" }: Look, className = ""): string {
  return ["btn", kind !== "plain" && `btn-${kind}`, size !== "desk" && `btn-${size}`, className].filter(Boolean).join(" ");
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
export function OffButton({ size, children }: { size?: Look["size"]; children: ReactNode }) {
  return <span className={buttonClass({ size }, "btn-off")}>{children}</span>;
}
