import Link from "next/link";
import { notFound } from "next/navigation";
import { MapColumns, type MapRow } from "@/components/intake/map-columns";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { guessColumns, lacking } from "@/lib/intake/domain/mapping";
import type { CsvHead } from "@/lib/intake/formats/csv";
import { ERP_FORMATS } from "@/lib/intake/formats/erp";
import type { ErpFormat } from "@/lib/intake/formats/format";
import { columnsOfUpload, uploadOf } from "@/lib/intake/queries/uploads";

/** Of these a whole file often has one and the same. */
const MAY_BE_FIXED = new Set(["rol", "eenheidsoort", "soort", "categorie", "plaats", "betaalwijze", "huur_per"]);

interface Props {
  params: Promise<{ uploadId: string; index: string }>;
  searchParams: Promise<{ soort?: string }>;
}

const columnsOf = ({ columns, further = [] }: ErpFormat) => [...columns, ...further];

/** The kind of file that says what most of its columns are, and of those the one that lacks least of what it needs. */
function likeliest(head: CsvHead): ErpFormat | undefined {
  const found = (erp: ErpFormat) => {
    const guesses = guessColumns(columnsOf(erp), head.header, head.rows);
    const lacks = lacking(erp.needed, (column) => guesses[column] !== undefined);
    return Object.keys(guesses).length - lacks.length / (erp.needed.length + 1);
  };
  return [...ERP_FORMATS].sort((a, b) => found(b) - found(a))[0];
}

function rowsOf(erp: ErpFormat, head: CsvHead): MapRow[] {
  const guesses = guessColumns(columnsOf(erp), head.header, head.rows);
  return columnsOf(erp).map((column) => ({
    column,
    needed: erp.needed.some((one) => [one].flat().includes(column)),
    guess: guesses[column],
    mayBeFixed: MAY_BE_FIXED.has(column),
  }));
}

/** Says once which column of another system is which of ours; the next file of that source is recognised. */
export default async function MapPage({ params, searchParams }: Props) {
  await enter("page:/bestanden/aanbod/[uploadId]/[index]");
  const [{ uploadId, index }, { soort }] = await Promise.all([params, searchParams]);
  const [t, upload] = await Promise.all([translator(), uploadOf(uploadId)]);
  const at = Number(index);
  const name = upload?.names[at];
  const head = upload && name ? await columnsOfUpload(uploadId, at) : null;
  const erp = head && (ERP_FORMATS.find(({ format }) => format === soort) ?? likeliest(head));
  if (!upload || !head || !erp || !name) notFound();
  const columns = head.header.map((column, nth) => ({
    name: column,
    sample:
      head.rows
        .map((row) => (row[nth] ?? "").trim())
        .find(Boolean)
        ?.slice(0, 40) ?? "",
  }));
  return (
    <main id="main" className="page">
      <p>
        <Link href={`/bestanden/aanbod/${uploadId}`}>{t("intake.map.back")}</Link>
      </p>
      <h1>{t("intake.map.title", { name })}</h1>
      <p>{t("intake.map.help")}</p>
      <nav
        aria-label={t("intake.map.kinds")}
        className="flex flex-wrap gap-y-1 gap-x-4 py-3 [&_[aria-current]]:font-semibold [&_[aria-current]]:text-ink
          [&_[aria-current]]:no-underline"
      >
        {ERP_FORMATS.map(({ format }) => (
          <Link key={format} href={`?soort=${format}`} aria-current={format === erp.format ? "true" : undefined}>
            {t(`intake.format.${format}`)}
          </Link>
        ))}
      </nav>
      <MapColumns
        t={t}
        uploadId={uploadId}
        index={at}
        format={erp.format}
        columns={columns}
        rows={rowsOf(erp, head)}
        name={name.replace(/\.\w+$/, "").slice(0, 60)}
      />
    </main>
  );
}
