/** The key beside a button; screen readers hear it through aria-keyshortcuts. Gone where keys are off, or nobody has any. */
export const KeyHint = ({ children, className = "" }: { children: string; className?: string }) => (
  <kbd
    className={`key inline-block min-w-4.5 rounded-1 border border-line border-b-control px-1 text-center font-sans text-[12px]/[16px]
      font-medium text-ink-3 empty:hidden in-[[data-keys=off]]:hidden pointer-coarse:hidden ${className}`}
    aria-hidden
  >
    {children}
  </kbd>
);
