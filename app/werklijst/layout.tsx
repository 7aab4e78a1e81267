import type { ReactNode } from "react";
import { PlacesProvider } from "@/components/queue/places";
import { Texts } from "@/components/ui/texts";
import { enter } from "@/lib/auth/session";
import { translator } from "@/lib/i18n/translator";
import { PLACE_PREFIX } from "@/lib/queue/domain/filter";
import { buildingChoices } from "@/lib/queue/queries/list";

/** The words of the case and its forms, and the buildings to choose from: they stay in the browser while one walks from case to case. */
export default async function Layout({ children }: { children: ReactNode }) {
  await enter("page:/werklijst");
  const [t, { places, buildings }] = await Promise.all([translator(), buildingChoices()]);
  const choices = [
    ...places.map((place) => ({ value: PLACE_PREFIX + place, label: t("queue.filter.place", { place }) })),
    ...buildings.map(({ code, name }) => ({ value: code, label: name })),
  ];
  return (
    <Texts rooms={["casepage", "queue", "contact", "holds", "visits", "referrals", "legal", "arrangements", "caretaker.asked"]}>
      <PlacesProvider places={choices}>{children}</PlacesProvider>
    </Texts>
  );
}
