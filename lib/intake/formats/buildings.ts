import type { ErpFormat } from "./format";

/** gebouwen.csv: the buildings and who looks after them. */
export const buildings: ErpFormat = {
  format: "buildings",
  columns: ["complexcode", "naam", "straat", "huisnummer", "postcode", "plaats", "huismeester"],
  staged: {
    code: "text",
    name: "text",
    street: "text",
    house_number: "text",
    postcode: "text",
    city: "text",
    caretaker: "text",
  },
  read: (row) => [
    row.required("complexcode"),
    row.required("naam"),
    row.required("straat"),
    row.required("huisnummer"),
    row.postcode("postcode") ?? row.required("postcode"),
    row.required("plaats"),
    row.email("huismeester"),
  ],
};
