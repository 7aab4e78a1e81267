import Link from "next/link";

export interface Tab {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Tabs that are links: each has its address, and works without JavaScript. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
          {tab.label}
          {tab.count !== undefined && <i> {tab.count}</i>}
        </Link>
      ))}
    </nav>
  );
}
