export interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly role: string;
}

/** Whether nothing was ever put into this database: no tenancies and nobody who can sign in. */
export async function isEmpty(): Promise<boolean> {
  const { prisma } = await import("@/lib/platform/db");
  const [tenancies, staff] = [
    await prisma().tenancy.findFirst({ select: { id: true } }),
    await prisma().staff.findFirst({ select: { id: true } }),
  ];
  return !tenancies && !staff;
}

/** Empty on a database with an own administrator: nothing there is a demo, also not its SMS gateway. */
export async function demoSignIns(): Promise<DemoSignIn[]> {
  const { prisma } = await import("@/lib/platform/db");
  const { hasOwnAdmin } = await import("@/lib/staff/queries/staff");
  if (await hasOwnAdmin()) return [];
  const order = ["finance", "consultant", "caretaker", "management", "admin", "privacy"];
  const staff = await prisma().staff.findMany({
    where: { demo: true, active: true, passwordHash: { not: null } },
    select: { email: true, name: true, role: true },
    orderBy: { id: "asc" },
  });
  return order.flatMap((role) => staff.filter((one) => one.role === role).slice(0, 1));
}
