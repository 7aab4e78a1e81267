import type { DemoBuilding } from "./buildings";
import type { ContactPointRow, DwellingRow, IbanRow, PersonRow, RentRow, TenancyPersonRow, TenancyRow } from "./rows";

/** Everything about homes and people, before any money. Ids are given in order of arrival. */
export class Register {
  readonly buildings: DemoBuilding[] = [];
  readonly dwellings: DwellingRow[] = [];
  readonly tenancies: TenancyRow[] = [];
  readonly rents: RentRow[] = [];
  readonly people: PersonRow[] = [];
  readonly roles: TenancyPersonRow[] = [];
  readonly points: ContactPointRow[] = [];
  readonly ibans: IbanRow[] = [];

  add<Row extends { readonly id: number }>(table: Row[], row: Omit<Row, "id">): Row {
    const kept = { id: table.length + 1, ...row } as Row;
    table.push(kept);
    return kept;
  }
}
