import Link from "next/link";

/** The name of a row, which leads to the case. */
export const TenantLink = ({ tenancyId, name }: { tenancyId: number; name: string }) => (
  <Link className="inline-block min-h-6" href={`/dossier/${tenancyId}`} prefetch={false}>
    {name}
  </Link>
);
