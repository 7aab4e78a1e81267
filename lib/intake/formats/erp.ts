import { balances } from "./balances";
import { buildings } from "./buildings";
import { contracts } from "./contracts";
import { entries } from "./entries";
import type { ErpFormat } from "./format";
import { people, tenants } from "./tenants";
import { units } from "./units";

/** Our own ERP files, in the order in which they build on one another. */
export const ERP_FORMATS: readonly ErpFormat[] = [buildings, units, contracts, tenants, people, entries, balances];
