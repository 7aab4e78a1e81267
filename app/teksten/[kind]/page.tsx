import { randomUUID } from "node:crypto";
import Link from "next/link";
import { notFound } from "next/navigation";
import { TextEditor } from "@/components/contact/text-editor";
import { TextPreview } from "@/components/contact/text-preview";
import { TextVersions } from "@/components/contact/text-versions";
import { Drafts } from "@/components/ui/drafts";
import { Section } from "@/components/ui/section";
import { Texts } from "@/components/ui/texts";
import type { Role } from "@/lib/auth/actor";
import { allowed } from "@/lib/auth/permissions";
import { enter } from "@/lib/auth/session";
import { TEXT_KINDS, TEXTS } from "@/lib/contact/domain/texts";
import { FRIGHTENING } from "@/lib/contact/domain/wording";
import { previewOf } from "@/lib/contact/queries/preview";
import { textVersions } from "@/lib/contact/queries/texts";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata() {
  return { title: (await translator())("contact.text.pageTitle") };
}

/** The words of one message or letter: as they are, how a tenant reads them, and every version before. */
export default async function TextPage({ params }: { params: Promise<{ kind: string }> }) {
  const actor = await enter("page:/teksten/[kind]");
  const [t, asked] = [await translator(), (await params).kind];
  const kind = TEXT_KINDS.find((one) => one === asked);
  if (!kind) notFound();
  const subject = `teksten/${kind}`;
  const [versions, drafts] = await Promise.all([textVersions(kind), draftsAt(actor, subject)]);
  const [current, ...before] = versions;
  if (!current) notFound();
  const preview = await previewOf(actor, kind, current);
  const edits = allowed(actor.role as Role, "action:contact.saveText");
  return (
    <Texts rooms={["contact", "common"]}>
      <main id="main" className="page">
        <p className="text-s">
          <Link href="/teksten">{t("contact.text.pageTitle")}</Link>
        </p>
        <h1 className="mb-2">{t(`contact.text.kind.${kind}`)}</h1>
        <p className="mb-1 max-w-160 text-ink-2">{t(`contact.text.about.${kind}`)}</p>
        <p className="mb-1 text-s">
          {t("contact.text.places")} {TEXTS[kind].places.map((place) => `{${place}}`).join(" ")}
        </p>
        <details className="mb-6 text-s">
          <summary className="min-h-6 cursor-pointer">{t("contact.text.refusedWords")}</summary>
          <p className="max-w-160">{FRIGHTENING.join(", ")}</p>
        </details>
        <Drafts owner={actor.staffId ?? 0} subject={subject} drafts={drafts}>
          {edits ? (
            <TextEditor
              key={current.id}
              kind={kind}
              title={current.title}
              body={current.body}
              commandId={randomUUID()}
              withCase={allowed(actor.role as Role, "page:/dossier/[tenancyId]")}
              first={preview}
            />
          ) : (
            <div className="max-w-144">
              <TextPreview preview={preview} />
            </div>
          )}
        </Drafts>
        {before.length > 0 && (
          <Section title={t("contact.text.versions")} className="mt-8">
            <TextVersions versions={before} t={t} />
          </Section>
        )}
      </main>
    </Texts>
  );
}
