import type { TextVersion } from "@/lib/contact/queries/texts";
import { formatMoment } from "@/lib/i18n/format";
import type { Translate } from "@/lib/i18n/phrase";

/** Words that counted before, to read and to take over. */
export function TextVersions({ versions, t }: { versions: readonly TextVersion[]; t: Translate }) {
  return versions.map(({ id, title, body, by, savedAt }) => (
    <details key={id ?? "first"} className="border-b border-line py-2">
      <summary className="min-h-6 cursor-pointer">
        {savedAt
          ? t("contact.text.by", { name: by ?? "", moment: formatMoment(savedAt, "weekdayShort", t.lang) })
          : t("contact.text.unchanged")}
      </summary>
      <div lang="nl" className="mt-2 max-w-160 whitespace-pre-line wrap-anywhere">
        {title && <b>{`${title}\n`}</b>}
        {body}
      </div>
    </details>
  ));
}
