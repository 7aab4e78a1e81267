import { erpFormat } from "./format";

/** saldi.csv: what the housing system says each contract owes on a day; + owes, - is owed to the tenant. */
export const balances = erpFormat({
  format: "balances",
  columns: ["contractnummer", "saldo", "peildatum"],
  needed: ["contractnummer", "saldo", "peildatum"],
  staged: { contract: "text", balance: "bigint", as_of: "date" },
  amount: "balance",
  read: (row, today) => {
    const contract = row.requiredCode("contractnummer");
    row.required("saldo");
    return { contract, balance: row.signed("saldo"), as_of: row.requiredDay("peildatum", today) };
  },
});
