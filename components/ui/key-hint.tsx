/** The key beside a button; screen readers hear it through aria-keyshortcuts. */
export const KeyHint = ({ children }: { children: string }) => (
  <kbd className="key" aria-hidden>
    {children}
  </kbd>
);
