import type { Day } from "@/lib/kernel/day";
import type { Cents } from "@/lib/kernel/money";
import { allocate } from "@/lib/ledger/domain/allocate";
import type { Allocation } from "@/lib/ledger/domain/allocation";
import type { Designation, Said } from "@/lib/ledger/domain/entry";
import { overdueCharges } from "@/lib/ledger/domain/position";
import type { Position } from "@/lib/rules/facts";
import { Agenda } from "./agenda";
import type { DemoBuilding } from "./buildings";
import type { CaseFile } from "./casefile";
import type { Chance } from "./chance";
import type { Home } from "./home";
import { amsterdam, runMoment } from "./moments";
import { Papers } from "./papers";
import type { Register } from "./register";
import type { ContactPointRow, LedgerRow, PersonRow, TenancyPersonRow } from "./rows";
import type { Books } from "./settled";
import type { Timeline } from "./timeline";

/** One act at the desk or at a door. */
export interface Act {
  readonly day: Day;
  readonly part: "morning" | "afternoon";
  readonly action: string;
  readonly tenancyId: number;
  readonly staffId: number;
  readonly input: object;
}

/** Everything the simulation holds while it plays. */
export class World {
  readonly agenda = new Agenda();
  readonly mornings = new Agenda();
  readonly afternoons = new Agenda();
  readonly homes: Home[] = [];
  readonly entries: LedgerRow[] = [];
  readonly papers = new Papers();
  readonly files = new Map<number, CaseFile>();
  /** Tenancies by their first tenant: home and garage belong together. */
  readonly groups = new Map<number, Home[]>();
  /** Receipts in suspense that may be somebody's. */
  readonly maybePaid = new Map<number, { readonly bookedOn: Day; readonly amount: Cents }[]>();
  /** The same, with the day each came in: they go into the database as lines of the bank. */
  readonly suspense: { readonly tenancyId: number; readonly on: Day; readonly known: Day; readonly amount: number }[] = [];
  /** Booked today; in the books tomorrow morning. */
  private underWay: { home: Home; row: LedgerRow; named: Designation | null }[] = [];
  /** What receipts were named for, with the words. */
  readonly designations: { readonly entry: LedgerRow; readonly named: Designation; readonly words: string }[] = [];
  private readonly roles = new Map<number, { role: TenancyPersonRow["role"]; person: PersonRow }[]>();
  private readonly points = new Map<number, ContactPointRow[]>();
  private rolesSeen = 0;
  private pointsSeen = 0;
  today: Day;
  /** The moment up to which things are known. */
  moment: Date;
  part: "morning" | "afternoon" = "morning";
  /** What people did, in order, with what they put in; kept only when somebody wants to do it again elsewhere. */
  acts: Act[] | null = null;
  /** What happens to a place when its tenant is gone; set by who lets homes. */
  empty: (home: Home, endsOn: Day) => void = () => {};
  /** What the manager decides about a proposal; set by who goes to court. */
  decide: (file: CaseFile, on: Day) => void = () => {};
  pays: (home: Home, on: Day, amount: number) => void = () => {};

  constructor(
    readonly chance: Chance,
    readonly register: Register,
    readonly timeline: Timeline,
  ) {
    this.today = timeline.starts;
    this.moment = runMoment(timeline.starts);
  }

  /** The clock goes to a part of the office day; acts follow each other by a little. */
  goTo(part: "morning" | "afternoon"): void {
    this.part = part;
    this.moment = part === "morning" ? amsterdam(this.today, 9, 10) : amsterdam(this.today, 13, 40);
  }
  tick(): void {
    this.moment = new Date(this.moment.getTime() + 37_000);
  }

  /** Puts down an act at the office for a part of a coming day. */
  later(on: Day, part: "morning" | "afternoon", act: () => void): void {
    (part === "morning" ? this.mornings : this.afternoons).at(on, () => {
      this.tick();
      act();
    });
  }

  /** Where the money of a home lies today, arrangements and all. */
  laid(home: Home): Allocation {
    return allocate(this.booksOf(home), this.today);
  }

  booksOf(home: Home): Books {
    return { ...home.books, arrangements: this.files.get(home.id)?.arrangements ?? [] };
  }

  isOverdue(home: Home): boolean {
    return home.mayOwe(this.today) && this.position(home).overdue > 0n;
  }

  position(home: Home): Position {
    return this.laid(home).position;
  }

  /** Ids of the charges that are overdue now. */
  overdueCharges(home: Home): string[] {
    return overdueCharges(this.laid(home).charges, this.today).map((charge) => charge.id);
  }

  addHome(home: Home): void {
    this.homes.push(home);
    const first = home.household.people[0]?.id ?? 0;
    const group = this.groups.get(first);
    if (group) group.push(home);
    else this.groups.set(first, [home]);
  }

  nextEntry(): number {
    return this.entries.length + 1;
  }

  booked(home: Home, row: LedgerRow, named: { readonly said: Said; readonly words: string } | null = null): void {
    this.entries.push(row);
    const designation = named && { receiptId: row.id, said: named.said, amount: null };
    if (designation) this.designations.push({ entry: row, named: designation, words: named.words });
    this.underWay.push({ home, row, named: designation });
  }

  /** The books of yesterday come in. @returns whose account changed */
  morningPost(): Set<Home> {
    const changed = new Set<Home>();
    for (const { home, row, named } of this.underWay) {
      home.takeIn(row, named);
      changed.add(home);
    }
    this.underWay = [];
    return changed;
  }

  /** Who belongs to a tenancy, in the order in which they were put down. */
  rolesOf(tenancyId: number): { role: TenancyPersonRow["role"]; person: PersonRow }[] {
    const { roles, people } = this.register;
    for (; this.rolesSeen < roles.length; this.rolesSeen++) {
      const row = roles[this.rolesSeen];
      const person = row && people[row.personId - 1];
      if (row && person) append(this.roles, row.tenancyId, { role: row.role, person });
    }
    return this.roles.get(tenancyId) ?? [];
  }

  pointsOf(personId: number): ContactPointRow[] {
    const { points } = this.register;
    for (; this.pointsSeen < points.length; this.pointsSeen++) {
      const row = points[this.pointsSeen];
      if (row) append(this.points, row.personId, row);
    }
    return this.points.get(personId) ?? [];
  }

  hasCaretaker(building: DemoBuilding, day: Day): boolean {
    return building.caretaker !== null || day < this.timeline.caretakerLeftOn;
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
