"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

/** Where this role can go; the place one is in is marked, also on the pages under it. */
export function NavLinks({ label, places }: { label: string; places: readonly { path: string; label: string }[] }) {
  const path = usePathname();
  const here = path.startsWith("/dossier") ? "/werklijst" : path;
  return (
    <nav aria-label={label}>
      {places.map((place) => (
        <Link
          key={place.path}
          href={place.path}
          aria-current={here === place.path ? "page" : here.startsWith(`${place.path}/`) ? "true" : undefined}
        >
          {place.label}
        </Link>
      ))}
    </nav>
  );
}
