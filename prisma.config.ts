import { defineConfig } from "prisma/config";

// The address only serves authoring of migrations; the program itself connects through lib/platform/db.
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.MIGRATE_URL ?? "postgresql://localhost/aanbel" },
});
