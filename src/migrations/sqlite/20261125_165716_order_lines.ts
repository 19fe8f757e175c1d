import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`product_type\` text;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`license_prefix\` text;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`issuing\` text;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`limits_workspaces\` numeric;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`limits_users\` numeric;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`overage_policy\` text;`)
  await db.run(sql`ALTER TABLE \`order_items\` ADD \`currency\` text;`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`product_type\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`license_prefix\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`issuing\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`limits_workspaces\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`limits_users\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`overage_policy\`;`)
  await db.run(sql`ALTER TABLE \`order_items\` DROP COLUMN \`currency\`;`)
}
