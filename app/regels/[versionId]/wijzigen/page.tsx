import Link from "next/link";
import { notFound } from "next/navigation";
import styles from "@/components/policies/policies.module.css";
import { ValuesForm } from "@/components/policies/values-form";
import { Drafts } from "@/components/ui/drafts";
import { enter } from "@/lib/auth/session";
import { draftsAt } from "@/lib/drafts/queries";
import { translator } from "@/lib/i18n/translator";
import { policyVersions } from "@/lib/policies/queries/versions";

export async function generateMetadata() {
  return { title: (await translator())("policies.screen.edit") };
}

export default async function EditVersionPage({ params }: { params: Promise<{ versionId: string }> }) {
  const actor = await enter("page:/regels/[versionId]/wijzigen");
  const [t, { versionId }, versions] = await Promise.all([translator(), params, policyVersions()]);
  const draft = versions.find((each) => each.id === Number(versionId));
  if (!draft || draft.status !== "draft") notFound();
  const before = versions.find((each) => each.version === draft.basedOn)?.values ?? draft.values;
  const subject = `regels/${draft.id}`;
  const drafts = await draftsAt(actor, subject);
  return (
    <main id="main" className="page max-w-184">
      <div className={styles.head}>
        <p className="text-s text-ink-2">
          <Link href={`/regels/${draft.id}`}>{t("policies.screen.version", { version: draft.version })}</Link>
        </p>
        <h1>{t("policies.screen.editTitle", { version: draft.version })}</h1>
        <p>{t("policies.screen.editHint")}</p>
      </div>
      <Drafts owner={actor.staffId ?? 0} subject={subject} drafts={drafts}>
        <ValuesForm draft={draft} before={before} t={t} />
      </Drafts>
    </main>
  );
}
