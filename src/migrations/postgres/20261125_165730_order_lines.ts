import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_order_items_product_type" AS ENUM('enterprise', 'professional', 'addon');
  CREATE TYPE "public"."enum_order_items_issuing" AS ENUM('per_unit', 'seat_count');
  CREATE TYPE "public"."enum_order_items_overage_policy" AS ENUM('none', 'x1_25', 'x1_5', 'x2', 'always');
  CREATE TYPE "public"."enum_order_items_currency" AS ENUM('USD', 'EUR', 'CNY');
  ALTER TABLE "order_items" ADD COLUMN "product_type" "enum_order_items_product_type";
  ALTER TABLE "order_items" ADD COLUMN "license_prefix" varchar;
  ALTER TABLE "order_items" ADD COLUMN "issuing" "enum_order_items_issuing";
  ALTER TABLE "order_items" ADD COLUMN "limits_workspaces" numeric;
  ALTER TABLE "order_items" ADD COLUMN "limits_users" numeric;
  ALTER TABLE "order_items" ADD COLUMN "overage_policy" "enum_order_items_overage_policy";
  ALTER TABLE "order_items" ADD COLUMN "currency" "enum_order_items_currency";`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "order_items" DROP COLUMN "product_type";
  ALTER TABLE "order_items" DROP COLUMN "license_prefix";
  ALTER TABLE "order_items" DROP COLUMN "issuing";
  ALTER TABLE "order_items" DROP COLUMN "limits_workspaces";
  ALTER TABLE "order_items" DROP COLUMN "limits_users";
  ALTER TABLE "order_items" DROP COLUMN "overage_policy";
  ALTER TABLE "order_items" DROP COLUMN "currency";
  DROP TYPE "public"."enum_order_items_product_type";
  DROP TYPE "public"."enum_order_items_issuing";
  DROP TYPE "public"."enum_order_items_overage_policy";
  DROP TYPE "public"."enum_order_items_currency";`)
}
