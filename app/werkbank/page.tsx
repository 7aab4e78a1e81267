import { Workbench } from "@/components/workbench/workbench";
import { enter } from "@/lib/auth/session";
import { env } from "@/lib/platform/env";

/** Every primitive in every state, to look at while one builds (`npm start -- --dev`); in production it is no page. */
export default async function WorkbenchPage() {
  if (env.isProduction()) await enter("page:/werkbank");
  return (
    <main id="main" className="page">
      <h1>Werkbank</h1>
      <Workbench />
    </main>
  );
}
