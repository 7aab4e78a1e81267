"use client";

import { Notice } from "@/components/ui/notice";
import { useText } from "@/components/ui/text-context";
import type { Preview } from "@/lib/contact/queries/preview";

/** The words as a tenant reads them, and what is wrong with them. */
export function TextPreview({ preview: { problems, sms, page, example } }: { preview: Preview }) {
  const t = useText();
  return (
    <section aria-label={t("contact.text.preview")} className="grid gap-3">
      <div role="status">
        {problems.length > 0 && (
          <Notice kind="need">
            {problems.map(({ code, about }) => (
              <p key={code + about}>{t(`contact.text.problem.${code}`, { about })}</p>
            ))}
          </Notice>
        )}
      </div>
      {sms && (
        <figure className="rounded-3 bg-accent-wash px-4 py-3">
          <p lang="nl" className="text-l">
            {sms.text}
          </p>
          <figcaption className="mt-2 text-s text-ink-2">
            {t("contact.text.counted", { length: sms.length, parts: sms.parts })}
          </figcaption>
        </figure>
      )}
      {page && example && <Notice>{t("contact.text.exampleAbout")}</Notice>}
      {page && (
        <div lang="nl" className="grid gap-3 rounded-2 border border-line bg-sheet px-6 py-5 shadow-float">
          <p>
            <b>{page.corporation}</b>
            {page.letterhead.map((line) => (
              <span key={line} className="block text-s text-ink-2">
                {line}
              </span>
            ))}
          </p>
          <p className="text-s text-ink-2">
            {page.address.join(" · ")}
            <br />
            {page.place}, {page.day}
          </p>
          <h3 className="font-title text-l">{page.title}</h3>
          <p>{page.greeting}</p>
          {page.before.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {page.rows.length > 0 && (
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 border-y border-ink py-1">
              {[page.head, ...page.rows, [t("contact.text.total"), page.total] as const].map(([what, amount]) => (
                <div key={what} className="contents">
                  <dt>{what}</dt>
                  <dd className="text-right">{amount}</dd>
                </div>
              ))}
            </dl>
          )}
          {page.after.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          <p>{t("contact.text.regards")}</p>
          <p>
            {page.sender}
            <br />
            {page.corporation}
            <br />
            {page.reach}
          </p>
        </div>
      )}
    </section>
  );
}
