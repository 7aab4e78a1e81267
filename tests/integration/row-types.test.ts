import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { pool } from "@/lib/platform/db";
import { type Node, nodesIn, ROOT, type Source, sources } from "../house/sources";

/** What the code says a statement answers: `sql<Row>(sqlFile("room/name"), …)`. */
interface Asked {
  readonly where: string;
  readonly statement: string;
  readonly properties: ReadonlyMap<string, boolean>;
}

const nameOf = (node: Node | undefined) => String((node?.name as string | undefined) ?? "");

/** Names of the interface or object type that holds there, each with whether it may be absent; null for any other type. */
function propertiesOf(type: Node, { program }: Pick<Source, "program">, at: number): Map<string, boolean> | null {
  if (type.type === "TSTypeLiteral") return membersOf(type.members as Node[]);
  if (type.type !== "TSTypeReference") return null;
  const name = nameOf(type.typeName as Node);
  const declared = [...nodesIn(program)].filter(
    (node) => /^TS(TypeAlias|Interface)Declaration$/.test(node.type) && nameOf(node.id as Node) === name,
  );
  // Functions have rows of their own under one name: the last one before the question.
  const nearest = declared.findLast((node) => Number(node.start) < at) ?? declared[0];
  if (nearest?.type === "TSTypeAliasDeclaration") return propertiesOf(nearest.typeAnnotation as Node, { program }, at);
  if (!nearest || (nearest.extends as Node[] | undefined)?.length) return null;
  return membersOf((nearest.body as Node).body as Node[]);
}

const membersOf = (members: readonly Node[]): Map<string, boolean> =>
  new Map(members.map(({ key, optional }) => [nameOf(key as Node) || String((key as Node).value), optional === true]));

function* askedIn(source: Source): Generator<Asked> {
  for (const node of nodesIn(source.program)) {
    const [first] = (node.type === "CallExpression" ? (node.arguments as Node[]) : []) as (Node | undefined)[];
    const types = (node.typeArguments as Node | undefined)?.params as Node[] | undefined;
    if (!types?.[0] || first?.type !== "CallExpression" || nameOf(first.callee as Node) !== "sqlFile") continue;
    const statement = (first.arguments as Node[])[0]?.value;
    const properties = propertiesOf(types[0], source, Number(node.start));
    if (typeof statement === "string" && properties) yield { where: source.file, statement, properties };
  }
}

/** The columns of an answer, with nothing handed in and nothing kept; null where rows of a transaction have to be staged first. */
async function columnsOf(statement: string): Promise<string[] | null> {
  const [room = "", ...rest] = statement.split("/");
  const text = readFileSync(path.join(ROOT, `lib/${room}/sql/${rest.join("/")}.sql`), "utf8").replace(/;\s*$/, "");
  const most = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, n]) => Number(n)));
  const client = await pool().connect();
  try {
    await client.query("BEGIN");
    const { fields } = await client.query(
      text,
      Array.from({ length: most }, () => null),
    );
    return fields.map(({ name }) => name);
  } catch (error) {
    // 42P01: a staged table; 42601: several statements in one file.
    if (["42P01", "42601"].includes((error as { code?: string }).code ?? "")) return null;
    throw new Error(`${statement}: ${(error as Error).message}`, { cause: error });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

it("rows have the columns that the code says they have", async () => {
  const asked = sources.filter(({ file }) => file.startsWith("lib/")).flatMap((source) => [...askedIn(source)]);
  const wrong: string[] = [];
  let compared = 0;
  for (const { where, statement, properties } of asked) {
    const columns = await columnsOf(statement);
    if (columns === null) continue;
    compared++;
    const missing = [...properties].filter(([name, optional]) => !optional && !columns.includes(name)).map(([name]) => name);
    const unknown = columns.filter((name) => !properties.has(name));
    if (missing.length + unknown.length > 0)
      wrong.push(`${where}, ${statement}: without ${missing.join(", ") || "–"}, also ${unknown.join(", ") || "–"}`);
  }
  expect(wrong, "the type of the row and the statement say different things").toEqual([]);
  expect(compared).toBeGreaterThan(25);
});
