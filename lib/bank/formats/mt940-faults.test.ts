import { describe, expect, it } from "vitest";
import { day } from "@/lib/kernel/day";
import { gapsIn } from "../domain/chain";
import type { BankEvent, BankLine } from "../domain/line";
import { readBankFile } from "./read";

const OURS = "NL14BNGH0285001234";
const OTHER = "NL91ABNA0417164300";

async function events(text: string): Promise<BankEvent[]> {
  async function* whole() {
    yield Buffer.from(text, "utf8");
  }
  const all: BankEvent[] = [];
  for await (const event of readBankFile(whole())) all.push(event);
  return all;
}
const lines = (...all: readonly string[]) => `${all.join("\r\n")}\r\n`;
const bookings = (all: readonly BankEvent[]): BankLine[] => all.flatMap((event) => (event.type === "line" ? [event.line] : []));
/** Each account with what was booked on it, in the order of the file. */
function onAccounts(all: readonly BankEvent[]): string[] {
  let account = "none";
  return all.flatMap((event) => {
    if (event.type === "statement") account = event.statement.iban;
    if (event.type === "end") account = "none";
    return event.type === "line" ? [`${account} ${event.line.amountCents}`] : [];
  });
}

const opening = [":20:X", `:25:${OURS}`, ":28C:224/1", ":60F:C261117EUR1000,00"];
const first = [":61:2611181118C100,00NTRFNONREF", ":86:EERSTE"];
const second = [":61:2611181118C50,00NTRFNONREF", ":86:TWEEDE"];
const CLOSE = ":62F:C261118EUR1100,00";
const other = [`:25:${OTHER}`, ":28C:7/1", ":60F:C261117EUR0,00", ...second, ":62F:C261118EUR50,00", "-"];
const BOTH = [`${OURS} 10000`, `${OTHER} 5000`];
/** A file with one booking: field 61 and the lines of field 86. */
const one = (field61: string, ...words: readonly string[]) =>
  lines(...opening, `:61:${field61}`, ...words.map((text, at) => (at === 0 ? `:86:${text}` : text)), CLOSE, "-");
const booked = async (field61: string, ...words: readonly string[]) => bookings(await events(one(field61, ...words)))[0];
const CREDIT = "2611181118C100,00NTRFNONREF";

describe("a booking is never on the wrong account and never lost", () => {
  it.each([
    ["another account after the closing balance, in the same message", [...opening, ...first, CLOSE, ...other]],
    ["another account after the end of a message", [...opening, ...first, CLOSE, "-", ...other]],
    [
      "another account after a bank's heading without a dash",
      [...opening, ...first, CLOSE, "ABNANL2A", "940", "ABNANL2A", ...other],
    ],
    ["Ctrl-Z before the first field of the next message", [...opening, ...first, CLOSE, "\u001a:20:Y", ...other]],
    [
      "a message that begins on the line on which the one before ends",
      ["{1:F01X}{2:I940X}{4:", ...opening, ...first, CLOSE, "-}{1:F01X}{2:I940X}{4::20:Y", ...other],
    ],
  ])("%s is a statement of its own", async (_what, all) => {
    expect(onAccounts(await events(lines(...all)))).toEqual(BOTH);
  });

  it.each([
    ["after the closing balance", [...opening, ...first, CLOSE, ...second, "-"], 8],
    ["after the end of the message", [...opening, ...first, CLOSE, "-", ...second], 9],
    ["before the first message", [...second, ...opening, ...first, CLOSE, "-"], 1],
  ])("a booking %s refuses the file with its line", async (_what, all, line) => {
    await expect(events(lines(...all))).rejects.toMatchObject({ code: "bad-line", values: { line, field: "61" } });
  });

  it("an account that changes among the bookings refuses the file with its line", async () => {
    const all = [...opening, ...first, `:25:${OTHER}`, ...second, ":62F:C261118EUR1150,00", "-"];
    await expect(events(lines(...all))).rejects.toMatchObject({ code: "bad-line", values: { line: 7, field: "25" } });
  });

  it("a statement that begins before the one before it was closed refuses the file, also without a field 20", async () => {
    const all = [...opening, ...first, ...other];
    await expect(events(lines(...all))).rejects.toBeDefined();
  });

  it("a field that is indented is a field", async () => {
    const indented = second.map((text) => `  ${text}`);
    expect(onAccounts(await events(lines(...opening, ...indented, ":62F:C261118EUR1050,00", "-")))).toEqual([`${OURS} 5000`]);
  });

  it("two pages in one message are two statements that each add up", async () => {
    const all = await events(
      lines(...opening, ...first, ":62M:C261118EUR1100,00", ":60M:C261118EUR1100,00", ...second, ":62F:C261118EUR1150,00", "-"),
    );
    expect(all.map((event) => event.type).slice(1)).toEqual(["statement", "line", "end", "statement", "line", "end"]);
  });

  it("a closing balance in another currency refuses the file", async () => {
    const all = [...opening, ...first, ":62F:C261118USD1100,00", "-"];
    await expect(events(lines(...all))).rejects.toMatchObject({ code: "foreign-currency-account" });
  });

  it("a currency behind the account is no account", async () => {
    const text = lines(...opening, ...first, CLOSE, "-").replace(`:25:${OURS}`, `:25:${OURS}/EUR`);
    expect(onAccounts(await events(text))).toEqual([`${OURS} 10000`]);
  });
});

describe("a text that is cut so that its next line looks like a field goes on", () => {
  it.each(["13", "13D", "20", "21", "25", "28", "28C", "34", "34F", "37", "59", "61", "62", "64", "90D"])(":%s:", async (tag) => {
    const line = await booked(
      CREDIT,
      "/TRTP/SEPA OVERBOEKING/NAME/A PROEF/REMI/GESTORT OM 16",
      `:${tag}:37 KENMERK 8000000000701014`,
    );
    expect(line?.remittance?.replace(/\s/g, "")).toContain("KENMERK8000000000701014");
    expect(line?.amountCents).toBe(10000n);
  });
});

describe("Ctrl-Z at the end of a file says nothing", () => {
  it.each([
    ["behind the closing balance", [...opening, ...first, `${CLOSE}\u001a`]],
    ["on a line of its own after the message", [...opening, ...first, CLOSE, "-", "\u001a"]],
  ])("%s", async (_what, all) => {
    const read = await events(all.join("\r\n"));
    expect(onAccounts(read)).toEqual([`${OURS} 10000`]);
    expect(read.filter((event) => event.type === "note")).toEqual([]);
  });
});

describe("spaces where banks put them", () => {
  it.each([
    ["instead of a booking day", "261118    C100,00NOVBNL44INGB0004100000"],
    ["behind the amount", "2611181118C100,00 NTRFNONREF//2109025460313532"],
    ["before the amount", "2611181118C 100,00NTRFNONREF"],
    ["before the value day", " 2611181118C100,00NTRFNONREF"],
  ])("%s of a booking", async (_what, field61) => {
    expect((await booked(field61, "HUUR"))?.amountCents).toBe(10000n);
  });

  it("within a balance", async () => {
    const text = one(CREDIT, "HUUR")
      .replace(":60F:C261117EUR", ":60F:C261117EUR ")
      .replace(":62F:C261118EUR", ":62F:C261118EUR    ");
    expect((await events(text)).at(-1)).toMatchObject({ end: { openingCents: 100000n, closingCents: 110000n } });
  });
});

describe("what ABN AMRO and ING write", () => {
  it("ABN's day statement has no field 20", async () => {
    const day1 = ["ABNANL2A", "940", "ABNANL2A", ...opening.slice(1), ...first, CLOSE, "-"];
    expect(onAccounts(await events(lines(...day1)))).toEqual([`${OURS} 10000`]);
  });

  it("ABN begins a collection that was not carried out with /RTYP/", async () => {
    const words =
      "/RTYP/SEPA Incasso niet uitgevoerd/MARF/M-1/RTRN/MS03/IBAN/NL44INGB0004100000/NAME/A PROEF/REMI/HUUR/EREF/INC-1";
    expect(await booked("2611181118D100,00N247NONREF", words)).toMatchObject({
      ...{ counterparty: "A PROEF", remittance: "HUUR", endToEnd: "INC-1", isReturn: true, returnReason: "MS03" },
    });
  });

  it("ABN writes the issuer of a payment reference in small letters too", async () => {
    const words =
      "/TRTP/SEPA ACCEPTGIRO/IBAN/NL44INGB0004100000/NAME/A PROEF/REMI//REMI/Issuer: CUR Ref: 8000000000701014/EREF/NOTPROVIDED";
    expect((await booked(CREDIT, words))?.reference).toBe("8000000000701014");
  });

  it("a payment reference that runs over ABN's old columns is whole", async () => {
    const columns = [
      "64.45.12.113 A PROEF             HUUR NOVEMBER",
      "BETALINGSKENMERK 8000 0000       0070 1014 PROEFSTRAAT 1",
    ];
    expect((await booked(CREDIT, ...columns))?.reference).toBe("8000000000701014");
  });

  it("a payment reference behind ABN's label is whole with spaces in it", async () => {
    const columns = ["SEPA ACCEPTGIROBETALING          IBAN: NL44INGB0004100000", "BETALINGSKENM.: 8000 0000 0070 1014"];
    expect((await booked(CREDIT, ...columns))?.reference).toBe("8000000000701014");
  });

  it("ING gives a valid payment reference in the line itself", async () => {
    const words = "/EREF/NOTPROVIDED//CNTP/NL44INGB0004100000/INGBNL2A/A Proef///REMI/USTD//huur/";
    expect((await booked("2611181118C100,00NTRF8000000000701014//00000000001001", words))?.reference).toBe("8000000000701014");
    expect((await booked("2611181118C100,00NTRF8000000000701015//00000000001001", words))?.reference).toBeNull();
  });

  it.each(["ORDP", "BENM"])("ING names the other party behind /%s/", async (word) => {
    const words = `/${word}/NL44INGB0004100000/INGBNL2A/A Proef///EREF/NOTPROVIDED//REMI/USTD//huur/`;
    expect(await booked(CREDIT, words)).toMatchObject({
      counterparty: "A Proef",
      iban: "NL44INGB0004100000",
      remittance: "huur",
    });
  });

  it("a payer who writes /NAME/ in the text does not become another", async () => {
    const words = "/EREF/NOTPROVIDED//CNTP/NL44INGB0004100000/INGBNL2A/A Proef///REMI/USTD//huur /NAME/B Ander/";
    expect((await booked(CREDIT, words))?.counterparty).toBe("A Proef");
  });
});

describe("what a payer writes, and what lies between statements", () => {
  it("a payer who writes /RTRN/ in the text takes nothing back", async () => {
    const words =
      "/TRTP/SEPA OVERBOEKING/IBAN/NL44INGB0004100000/NAME/A PROEF/REMI/HUUR ZIE /RTRN/AM04 VAN OKTOBER/EREF/NOTPROVIDED";
    expect((await booked(CREDIT, words))?.isReturn).toBe(false);
  });

  it("a text that holds labels keeps the words before them", async () => {
    expect((await booked(CREDIT, "HUUR 8000000000701014 NAAM: B ANDER IBAN: NL02ABNA0123456789"))?.remittance).toContain(
      "8000000000701014",
    );
  });

  it("a statement of MT940 that opens with another balance than the one before closed with breaks the chain", () => {
    const link = (from: string, to: string, opened: bigint, closed: bigint, sequence: string) => ({
      ...{ fromDay: day(from), toDay: day(to), openingCents: opened, closingCents: closed, sequence },
    });
    const links = [link("2026-11-17", "2026-11-18", 0n, 100n, "224"), link("2026-11-18", "2026-11-19", 150n, 200n, "226")];
    expect(gapsIn(links)).toMatchObject([{ kind: "balance" }]);
  });
});
