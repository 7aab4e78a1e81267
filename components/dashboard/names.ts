import type { AddressParts, NameParts } from "@/lib/dashboard/queries/lists";
import { formatAddress, formatPersonName } from "@/lib/i18n/people";
import type { Translate } from "@/lib/i18n/phrase";

export const nameOf = (name: NameParts | null, t: Translate) => (name ? formatPersonName(name) : t("dashboard.nameUnknown"));
export const addressOf = (address: AddressParts) => formatAddress(address);
