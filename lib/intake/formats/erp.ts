import { buildings } from "./buildings";
import { contracts } from "./contracts";
import { entries } from "./entries";
import type { ErpFormat } from "./format";
import { tenants } from "./tenants";

/** Our own ERP files, in the order in which they build on one another. */
export const ERP_FORMATS: readonly ErpFormat[] = [buildings, contracts, tenants, entries];
