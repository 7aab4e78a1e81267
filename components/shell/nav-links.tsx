"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** Where this role can go; the place one is in is marked, also on the pages under it. */
export function NavLinks({ label, places }: { label: string; places: readonly { path: string; label: string }[] }) {
  const path = usePathname();
  const here = path.startsWith("/dossier") ? "/werklijst" : path;
  return (
    <nav
      className="flex [scrollbar-width:none] gap-[clamp(0.875rem,1.7vw,1.5rem)] max-[960px]:order-3 max-[960px]:-mx-4 max-[960px]:min-h-11
        max-[960px]:flex-[1_0_100%] max-[960px]:overflow-x-auto max-[960px]:border-t max-[960px]:border-line max-[960px]:px-4"
      aria-label={label}
    >
      {places.map((place) => (
        <Link
          key={place.path}
          href={place.path}
          className="flex items-center border-y-2 border-transparent whitespace-nowrap text-ink-2 no-underline hover:text-ink
            aria-[current]:border-b-accent aria-[current]:font-semibold aria-[current]:text-ink"
          aria-current={here === place.path ? "page" : here.startsWith(`${place.path}/`) ? "true" : undefined}
        >
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
