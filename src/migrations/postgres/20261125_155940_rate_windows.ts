import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "rate_windows" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"hits" numeric DEFAULT 0 NOT NULL,
  	"resets_at" numeric NOT NULL
  );
  
  CREATE UNIQUE INDEX "rate_windows_key_idx" ON "rate_windows" USING btree ("key");
  CREATE INDEX "rate_windows_resets_at_idx" ON "rate_windows" USING btree ("resets_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "rate_windows" CASCADE;`)
}
