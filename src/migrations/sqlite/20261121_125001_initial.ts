import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`users_roles\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_roles_order_idx\` ON \`users_roles\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`users_roles_parent_idx\` ON \`users_roles\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`partner_id\` text(36),
  	\`customer_id\` text(36),
  	\`engineer_id\` text(36),
  	\`sales_rep_id\` text(36),
  	\`language\` text DEFAULT 'en',
  	\`notify_mail\` integer DEFAULT true,
  	\`notify_digest\` text DEFAULT 'weekly',
  	\`partner_active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`username\` text,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`engineer_id\`) REFERENCES \`engineers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`users_partner_idx\` ON \`users\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`users_customer_idx\` ON \`users\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`users_engineer_idx\` ON \`users\` (\`engineer_id\`);`)
  await db.run(sql`CREATE INDEX \`users_sales_rep_idx\` ON \`users\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_username_idx\` ON \`users\` (\`username\`);`)
  await db.run(sql`CREATE TABLE \`orders\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`order_number\` text,
  	\`order_date\` text,
  	\`state\` text DEFAULT 'draft' NOT NULL,
  	\`partner_id\` text(36) NOT NULL,
  	\`customer_id\` text(36),
  	\`currency\` text,
  	\`subtotal\` numeric DEFAULT 0 NOT NULL,
  	\`discount_total\` numeric DEFAULT 0 NOT NULL,
  	\`tax_total\` numeric DEFAULT 0 NOT NULL,
  	\`total\` numeric DEFAULT 0 NOT NULL,
  	\`license_count\` numeric DEFAULT 0 NOT NULL,
  	\`agreement_acknowledged\` integer DEFAULT false,
  	\`agreement_version\` text,
  	\`agreement_date\` text,
  	\`notes\` text,
  	\`internal_notes\` text,
  	\`submitted_at\` text,
  	\`decided_at\` text,
  	\`decided_by_id\` text(36),
  	\`decision_reason\` text,
  	\`issued_at\` text,
  	\`revision\` numeric DEFAULT 0,
  	\`request_key\` text,
  	\`request_hash\` text,
  	\`unfinished_since\` text,
  	\`unfinished\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`decided_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`orders_order_number_idx\` ON \`orders\` (\`order_number\`);`)
  await db.run(sql`CREATE INDEX \`orders_partner_idx\` ON \`orders\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_customer_idx\` ON \`orders\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`orders_decided_by_idx\` ON \`orders\` (\`decided_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`orders_request_key_idx\` ON \`orders\` (\`request_key\`);`)
  await db.run(sql`CREATE INDEX \`orders_unfinished_since_idx\` ON \`orders\` (\`unfinished_since\`);`)
  await db.run(sql`CREATE INDEX \`orders_updated_at_idx\` ON \`orders\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`orders_created_at_idx\` ON \`orders\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_state_orderDate_idx\` ON \`orders\` (\`partner_id\`,\`state\`,\`order_date\`);`)
  await db.run(sql`CREATE INDEX \`state_orderDate_idx\` ON \`orders\` (\`state\`,\`order_date\`);`)
  await db.run(sql`CREATE TABLE \`order_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`order_id\` text(36) NOT NULL,
  	\`position\` numeric DEFAULT 0 NOT NULL,
  	\`partner_id\` text(36),
  	\`customer_id\` text(36),
  	\`product_id\` text(36) NOT NULL,
  	\`sku\` text,
  	\`product_name\` text,
  	\`license_type\` text NOT NULL,
  	\`quantity\` numeric NOT NULL,
  	\`duration_years\` numeric DEFAULT 1 NOT NULL,
  	\`end_user_name\` text NOT NULL,
  	\`end_user_email\` text,
  	\`unit_price\` numeric,
  	\`list_price\` numeric,
  	\`subtotal\` numeric,
  	\`discount\` numeric,
  	\`tax_rate_bps\` numeric,
  	\`tax\` numeric,
  	\`total\` numeric,
  	\`price_list_item_id\` text(36),
  	\`tier_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`price_list_item_id\`) REFERENCES \`price_list_items\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`tier_id\`) REFERENCES \`tiers\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`order_items_order_idx\` ON \`order_items\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_partner_idx\` ON \`order_items\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_customer_idx\` ON \`order_items\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_product_idx\` ON \`order_items\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_price_list_item_idx\` ON \`order_items\` (\`price_list_item_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_tier_idx\` ON \`order_items\` (\`tier_id\`);`)
  await db.run(sql`CREATE INDEX \`order_items_updated_at_idx\` ON \`order_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`order_items_created_at_idx\` ON \`order_items\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`order_position_idx\` ON \`order_items\` (\`order_id\`,\`position\`);`)
  await db.run(sql`CREATE TABLE \`licenses\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`license_id\` text,
  	\`state\` text DEFAULT 'created' NOT NULL,
  	\`product_id\` text(36) NOT NULL,
  	\`product_type\` text,
  	\`license_type\` text NOT NULL,
  	\`customer_id\` text(36) NOT NULL,
  	\`partner_id\` text(36),
  	\`sales_rep_id\` text(36),
  	\`engineer_id\` text(36),
  	\`order_id\` text(36),
  	\`order_item_id\` text(36),
  	\`unit\` numeric,
  	\`seats\` numeric DEFAULT 1 NOT NULL,
  	\`limits_workspaces\` numeric DEFAULT 1 NOT NULL,
  	\`limits_users\` numeric DEFAULT 10 NOT NULL,
  	\`starts_at\` text,
  	\`expires_at\` text,
  	\`deployed_at\` text,
  	\`usage_workspaces\` numeric,
  	\`usage_users\` numeric,
  	\`usage_reported_at\` text,
  	\`state_changed_at\` text,
  	\`state_reason\` text,
  	\`resume_state\` text,
  	\`usage_key_hash\` text,
  	\`usage_key_at\` text,
  	\`last_purchase\` numeric,
  	\`revision\` numeric DEFAULT 0,
  	\`internal_notes\` text,
  	\`issue_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`engineer_id\`) REFERENCES \`engineers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_item_id\`) REFERENCES \`order_items\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`licenses_license_id_idx\` ON \`licenses\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_product_idx\` ON \`licenses\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_product_type_idx\` ON \`licenses\` (\`product_type\`);`)
  await db.run(sql`CREATE INDEX \`licenses_customer_idx\` ON \`licenses\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_partner_idx\` ON \`licenses\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_sales_rep_idx\` ON \`licenses\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_engineer_idx\` ON \`licenses\` (\`engineer_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_order_idx\` ON \`licenses\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`licenses_order_item_idx\` ON \`licenses\` (\`order_item_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`licenses_issue_key_idx\` ON \`licenses\` (\`issue_key\`);`)
  await db.run(sql`CREATE INDEX \`licenses_updated_at_idx\` ON \`licenses\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`licenses_created_at_idx\` ON \`licenses\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_state_expiresAt_idx\` ON \`licenses\` (\`partner_id\`,\`state\`,\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`customer_state_expiresAt_idx\` ON \`licenses\` (\`customer_id\`,\`state\`,\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`state_expiresAt_idx\` ON \`licenses\` (\`state\`,\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`salesRep_state_expiresAt_idx\` ON \`licenses\` (\`sales_rep_id\`,\`state\`,\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`state_usage_reportedAt_idx\` ON \`licenses\` (\`state\`,\`usage_reported_at\`);`)
  await db.run(sql`CREATE INDEX \`order_licenseId_idx\` ON \`licenses\` (\`order_id\`,\`license_id\`);`)
  await db.run(sql`CREATE TABLE \`purchases\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`license_id\` text(36) NOT NULL,
  	\`sequence\` numeric,
  	\`type\` text NOT NULL,
  	\`basis\` text,
  	\`duration_years\` numeric,
  	\`quantity\` numeric,
  	\`workspaces_added\` numeric DEFAULT 0,
  	\`users_added\` numeric DEFAULT 0,
  	\`product_id\` text(36),
  	\`product_workspaces\` numeric,
  	\`product_users\` numeric,
  	\`workspaces_after\` numeric,
  	\`users_after\` numeric,
  	\`expires_before\` text,
  	\`expires_after\` text,
  	\`amount\` numeric DEFAULT 0 NOT NULL,
  	\`currency\` text NOT NULL,
  	\`purchased_at\` text,
  	\`note\` text,
  	\`customer_id\` text(36),
  	\`partner_id\` text(36),
  	\`sales_rep_id\` text(36),
  	\`order_id\` text(36),
  	\`reverses_id\` text(36),
  	\`recorded_by_id\` text(36),
  	\`purchase_key\` text,
  	\`reversal_key\` text,
  	\`request_key\` text,
  	\`request_hash\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`license_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`order_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`reverses_id\`) REFERENCES \`purchases\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`recorded_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`purchases_license_idx\` ON \`purchases\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_product_idx\` ON \`purchases\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_customer_idx\` ON \`purchases\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_partner_idx\` ON \`purchases\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_sales_rep_idx\` ON \`purchases\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_order_idx\` ON \`purchases\` (\`order_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_reverses_idx\` ON \`purchases\` (\`reverses_id\`);`)
  await db.run(sql`CREATE INDEX \`purchases_recorded_by_idx\` ON \`purchases\` (\`recorded_by_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`purchases_purchase_key_idx\` ON \`purchases\` (\`purchase_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`purchases_reversal_key_idx\` ON \`purchases\` (\`reversal_key\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`purchases_request_key_idx\` ON \`purchases\` (\`request_key\`);`)
  await db.run(sql`CREATE INDEX \`purchases_updated_at_idx\` ON \`purchases\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`purchases_created_at_idx\` ON \`purchases\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`license_sequence_idx\` ON \`purchases\` (\`license_id\`,\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`customer_purchasedAt_idx\` ON \`purchases\` (\`customer_id\`,\`purchased_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_purchasedAt_idx\` ON \`purchases\` (\`partner_id\`,\`purchased_at\`);`)
  await db.run(sql`CREATE INDEX \`salesRep_purchasedAt_idx\` ON \`purchases\` (\`sales_rep_id\`,\`purchased_at\`);`)
  await db.run(sql`CREATE INDEX \`type_purchasedAt_idx\` ON \`purchases\` (\`type\`,\`purchased_at\`);`)
  await db.run(sql`CREATE TABLE \`deployments\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text,
  	\`license_id\` text(36) NOT NULL,
  	\`state\` text DEFAULT 'scheduled' NOT NULL,
  	\`environment\` text DEFAULT 'production' NOT NULL,
  	\`version\` text,
  	\`region\` text,
  	\`engineer_id\` text(36),
  	\`progress\` numeric DEFAULT 0,
  	\`scheduled_at\` text NOT NULL,
  	\`started_at\` text,
  	\`finished_at\` text,
  	\`failures\` numeric DEFAULT 0,
  	\`failed_at\` text,
  	\`failed_by_id\` text(36),
  	\`failure_reason\` text,
  	\`notes\` text,
  	\`internal_notes\` text,
  	\`customer_id\` text(36),
  	\`partner_id\` text(36),
  	\`revision\` numeric DEFAULT 0,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`license_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`engineer_id\`) REFERENCES \`engineers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`failed_by_id\`) REFERENCES \`engineers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`deployments_license_idx\` ON \`deployments\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`deployments_engineer_idx\` ON \`deployments\` (\`engineer_id\`);`)
  await db.run(sql`CREATE INDEX \`deployments_failed_by_idx\` ON \`deployments\` (\`failed_by_id\`);`)
  await db.run(sql`CREATE INDEX \`deployments_customer_idx\` ON \`deployments\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`deployments_partner_idx\` ON \`deployments\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`deployments_updated_at_idx\` ON \`deployments\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`deployments_created_at_idx\` ON \`deployments\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`engineer_state_scheduledAt_idx\` ON \`deployments\` (\`engineer_id\`,\`state\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`license_scheduledAt_idx\` ON \`deployments\` (\`license_id\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`state_scheduledAt_idx\` ON \`deployments\` (\`state\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`partner_scheduledAt_idx\` ON \`deployments\` (\`partner_id\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE INDEX \`customer_scheduledAt_idx\` ON \`deployments\` (\`customer_id\`,\`scheduled_at\`);`)
  await db.run(sql`CREATE TABLE \`usage_reports\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`license_id\` text(36) NOT NULL,
  	\`reported_at\` text NOT NULL,
  	\`workspaces\` numeric NOT NULL,
  	\`users\` numeric NOT NULL,
  	\`customer_id\` text(36),
  	\`partner_id\` text(36),
  	\`report_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`license_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`usage_reports_license_idx\` ON \`usage_reports\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`usage_reports_customer_idx\` ON \`usage_reports\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`usage_reports_partner_idx\` ON \`usage_reports\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`usage_reports_report_key_idx\` ON \`usage_reports\` (\`report_key\`);`)
  await db.run(sql`CREATE INDEX \`usage_reports_updated_at_idx\` ON \`usage_reports\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`usage_reports_created_at_idx\` ON \`usage_reports\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`license_reportedAt_idx\` ON \`usage_reports\` (\`license_id\`,\`reported_at\`);`)
  await db.run(sql`CREATE TABLE \`usage_days\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`license_id\` text(36) NOT NULL,
  	\`day\` text NOT NULL,
  	\`workspaces\` numeric NOT NULL,
  	\`users\` numeric NOT NULL,
  	\`reports\` numeric DEFAULT 0 NOT NULL,
  	\`customer_id\` text(36),
  	\`partner_id\` text(36),
  	\`day_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`license_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`usage_days_license_idx\` ON \`usage_days\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`usage_days_customer_idx\` ON \`usage_days\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`usage_days_partner_idx\` ON \`usage_days\` (\`partner_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`usage_days_day_key_idx\` ON \`usage_days\` (\`day_key\`);`)
  await db.run(sql`CREATE INDEX \`usage_days_updated_at_idx\` ON \`usage_days\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`usage_days_created_at_idx\` ON \`usage_days\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`license_day_idx\` ON \`usage_days\` (\`license_id\`,\`day\`);`)
  await db.run(sql`CREATE TABLE \`alerts\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`severity\` text DEFAULT 'warning' NOT NULL,
  	\`state\` text DEFAULT 'open' NOT NULL,
  	\`license_id\` text(36) NOT NULL,
  	\`threshold_days\` numeric,
  	\`figures\` text,
  	\`raised_at\` text NOT NULL,
  	\`opened_at\` text NOT NULL,
  	\`snoozed_until\` text,
  	\`handled_at\` text,
  	\`handled_by_id\` text(36),
  	\`customer_id\` text(36),
  	\`partner_id\` text(36),
  	\`sales_rep_id\` text(36),
  	\`alert_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`license_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`handled_by_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`customer_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`alerts_license_idx\` ON \`alerts\` (\`license_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_handled_by_idx\` ON \`alerts\` (\`handled_by_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_customer_idx\` ON \`alerts\` (\`customer_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_partner_idx\` ON \`alerts\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`alerts_sales_rep_idx\` ON \`alerts\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`alerts_alert_key_idx\` ON \`alerts\` (\`alert_key\`);`)
  await db.run(sql`CREATE INDEX \`alerts_updated_at_idx\` ON \`alerts\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`alerts_created_at_idx\` ON \`alerts\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_raisedAt_idx\` ON \`alerts\` (\`state\`,\`raised_at\`);`)
  await db.run(sql`CREATE INDEX \`state_openedAt_idx\` ON \`alerts\` (\`state\`,\`opened_at\`);`)
  await db.run(sql`CREATE INDEX \`license_kind_state_idx\` ON \`alerts\` (\`license_id\`,\`kind\`,\`state\`);`)
  await db.run(sql`CREATE INDEX \`partner_state_raisedAt_idx\` ON \`alerts\` (\`partner_id\`,\`state\`,\`raised_at\`);`)
  await db.run(sql`CREATE INDEX \`customer_state_raisedAt_idx\` ON \`alerts\` (\`customer_id\`,\`state\`,\`raised_at\`);`)
  await db.run(sql`CREATE INDEX \`salesRep_state_raisedAt_idx\` ON \`alerts\` (\`sales_rep_id\`,\`state\`,\`raised_at\`);`)
  await db.run(sql`CREATE TABLE \`partners\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`type\` text DEFAULT 'reseller' NOT NULL,
  	\`status\` text DEFAULT 'ACTIVE' NOT NULL,
  	\`contact_name\` text,
  	\`email\` text NOT NULL,
  	\`phone\` text,
  	\`address_street\` text,
  	\`address_postal_code\` text,
  	\`address_city\` text,
  	\`address_country\` text,
  	\`tier_id\` text(36),
  	\`region\` text,
  	\`currency\` text DEFAULT 'USD' NOT NULL,
  	\`payment_terms\` text DEFAULT 'prepaid' NOT NULL,
  	\`tax_rate_bps\` numeric,
  	\`sales_rep_id\` text(36),
  	\`internal_notes\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`tier_id\`) REFERENCES \`tiers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`partners_name_idx\` ON \`partners\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`partners_status_idx\` ON \`partners\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`partners_tier_idx\` ON \`partners\` (\`tier_id\`);`)
  await db.run(sql`CREATE INDEX \`partners_sales_rep_idx\` ON \`partners\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE INDEX \`partners_updated_at_idx\` ON \`partners\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`partners_created_at_idx\` ON \`partners\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`customers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`partner_id\` text(36),
  	\`email\` text,
  	\`phone\` text,
  	\`country\` text,
  	\`region\` text,
  	\`sales_rep_id\` text(36),
  	\`notes\` text,
  	\`name_key\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`sales_rep_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`customers_name_idx\` ON \`customers\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`customers_partner_idx\` ON \`customers\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`customers_sales_rep_idx\` ON \`customers\` (\`sales_rep_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`customers_name_key_idx\` ON \`customers\` (\`name_key\`);`)
  await db.run(sql`CREATE INDEX \`customers_updated_at_idx\` ON \`customers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`customers_created_at_idx\` ON \`customers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`tiers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`level\` numeric NOT NULL,
  	\`benefits\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`tiers_name_idx\` ON \`tiers\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`tiers_updated_at_idx\` ON \`tiers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`tiers_created_at_idx\` ON \`tiers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`products\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`sku\` text NOT NULL,
  	\`name\` text NOT NULL,
  	\`description\` text,
  	\`product_type\` text NOT NULL,
  	\`license_prefix\` text NOT NULL,
  	\`issuing\` text DEFAULT 'per_unit' NOT NULL,
  	\`limits_workspaces\` numeric DEFAULT 1,
  	\`limits_users\` numeric DEFAULT 10,
  	\`overage_policy\` text DEFAULT 'none',
  	\`expiry_alert_days\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`products_sku_idx\` ON \`products\` (\`sku\`);`)
  await db.run(sql`CREATE INDEX \`products_active_idx\` ON \`products\` (\`active\`);`)
  await db.run(sql`CREATE INDEX \`products_updated_at_idx\` ON \`products\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`products_created_at_idx\` ON \`products\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`price_lists\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`currency\` text NOT NULL,
  	\`tax_rate_bps\` numeric DEFAULT 0 NOT NULL,
  	\`tier_id\` text(36),
  	\`partner_id\` text(36),
  	\`valid_from\` text,
  	\`valid_to\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`tier_id\`) REFERENCES \`tiers\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`partner_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`price_lists_name_idx\` ON \`price_lists\` (\`name\`);`)
  await db.run(sql`CREATE INDEX \`price_lists_tier_idx\` ON \`price_lists\` (\`tier_id\`);`)
  await db.run(sql`CREATE INDEX \`price_lists_partner_idx\` ON \`price_lists\` (\`partner_id\`);`)
  await db.run(sql`CREATE INDEX \`price_lists_updated_at_idx\` ON \`price_lists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`price_lists_created_at_idx\` ON \`price_lists\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`currency_active_idx\` ON \`price_lists\` (\`currency\`,\`active\`);`)
  await db.run(sql`CREATE TABLE \`price_list_items\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`price_list_id\` text(36) NOT NULL,
  	\`product_id\` text(36) NOT NULL,
  	\`license_type\` text NOT NULL,
  	\`unit_price\` numeric NOT NULL,
  	\`discount_bps\` numeric DEFAULT 0,
  	\`tax_rate_bps\` numeric,
  	\`breaks\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`price_list_id\`) REFERENCES \`price_lists\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`product_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`price_list_items_price_list_idx\` ON \`price_list_items\` (\`price_list_id\`);`)
  await db.run(sql`CREATE INDEX \`price_list_items_product_idx\` ON \`price_list_items\` (\`product_id\`);`)
  await db.run(sql`CREATE INDEX \`price_list_items_updated_at_idx\` ON \`price_list_items\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`price_list_items_created_at_idx\` ON \`price_list_items\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`priceList_product_licenseType_idx\` ON \`price_list_items\` (\`price_list_id\`,\`product_id\`,\`license_type\`);`)
  await db.run(sql`CREATE TABLE \`sales_reps\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`region\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sales_reps_email_idx\` ON \`sales_reps\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`sales_reps_updated_at_idx\` ON \`sales_reps\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`sales_reps_created_at_idx\` ON \`sales_reps\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`engineers\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`email\` text NOT NULL,
  	\`region\` text,
  	\`active\` integer DEFAULT true,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`engineers_email_idx\` ON \`engineers\` (\`email\`);`)
  await db.run(sql`CREATE INDEX \`engineers_updated_at_idx\` ON \`engineers\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`engineers_created_at_idx\` ON \`engineers\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`notifications\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`recipient_id\` text(36) NOT NULL,
  	\`kind\` text NOT NULL,
  	\`link\` text,
  	\`read_at\` text,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`recipient_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`notifications_recipient_idx\` ON \`notifications\` (\`recipient_id\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`notifications_key_idx\` ON \`notifications\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`notifications_updated_at_idx\` ON \`notifications\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`notifications_created_at_idx\` ON \`notifications\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`recipient_readAt_createdAt_idx\` ON \`notifications\` (\`recipient_id\`,\`read_at\`,\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`change_logs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`at\` text NOT NULL,
  	\`action\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`sequence\` numeric NOT NULL,
  	\`actor_id\` text,
  	\`actor_name\` text,
  	\`ip\` text,
  	\`user_agent\` text,
  	\`changes\` text,
  	\`previous_hash\` text,
  	\`hash\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`change_logs_at_idx\` ON \`change_logs\` (\`at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`subject_documentId_sequence_idx\` ON \`change_logs\` (\`subject\`,\`document_id\`,\`sequence\`);`)
  await db.run(sql`CREATE INDEX \`actorId_at_idx\` ON \`change_logs\` (\`actor_id\`,\`at\`);`)
  await db.run(sql`CREATE TABLE \`events\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`type\` text NOT NULL,
  	\`subject\` text NOT NULL,
  	\`document_id\` text NOT NULL,
  	\`data\` text,
  	\`dispatched_at\` text,
  	\`due_at\` text NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`last_error\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`events_document_id_idx\` ON \`events\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`events_updated_at_idx\` ON \`events\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`events_created_at_idx\` ON \`events\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`dispatchedAt_dueAt_idx\` ON \`events\` (\`dispatched_at\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`mails\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`to\` text NOT NULL,
  	\`mail_subject\` text NOT NULL,
  	\`text\` text,
  	\`html\` text,
  	\`options\` text,
  	\`confidential\` integer DEFAULT false,
  	\`status\` text DEFAULT 'queued' NOT NULL,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`sent_at\` text,
  	\`last_error\` text,
  	\`key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`mails_key_idx\` ON \`mails\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`mails_updated_at_idx\` ON \`mails\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`mails_created_at_idx\` ON \`mails\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`status_dueAt_idx\` ON \`mails\` (\`status\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`job_runs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`job\` text NOT NULL,
  	\`slot\` text NOT NULL,
  	\`state\` text DEFAULT 'queued' NOT NULL,
  	\`done\` numeric DEFAULT 0 NOT NULL,
  	\`total\` numeric,
  	\`attempts\` numeric DEFAULT 0 NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`started_at\` text,
  	\`finished_at\` text,
  	\`result\` text,
  	\`cursor\` text,
  	\`last_error\` text,
  	\`run_key\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`job_runs_run_key_idx\` ON \`job_runs\` (\`run_key\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_updated_at_idx\` ON \`job_runs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`job_runs_created_at_idx\` ON \`job_runs\` (\`created_at\`);`)
  await db.run(sql`CREATE INDEX \`state_dueAt_idx\` ON \`job_runs\` (\`state\`,\`due_at\`);`)
  await db.run(sql`CREATE TABLE \`counters\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`series\` text NOT NULL,
  	\`value\` numeric DEFAULT 0 NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`counters_series_idx\` ON \`counters\` (\`series\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`meta\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	\`orders_id\` text(36),
  	\`order_items_id\` text(36),
  	\`licenses_id\` text(36),
  	\`purchases_id\` text(36),
  	\`deployments_id\` text(36),
  	\`usage_reports_id\` text(36),
  	\`usage_days_id\` text(36),
  	\`alerts_id\` text(36),
  	\`partners_id\` text(36),
  	\`customers_id\` text(36),
  	\`tiers_id\` text(36),
  	\`products_id\` text(36),
  	\`price_lists_id\` text(36),
  	\`price_list_items_id\` text(36),
  	\`sales_reps_id\` text(36),
  	\`engineers_id\` text(36),
  	\`notifications_id\` text(36),
  	\`change_logs_id\` text(36),
  	\`events_id\` text(36),
  	\`mails_id\` text(36),
  	\`job_runs_id\` text(36),
  	\`counters_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`orders_id\`) REFERENCES \`orders\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`order_items_id\`) REFERENCES \`order_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`licenses_id\`) REFERENCES \`licenses\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`purchases_id\`) REFERENCES \`purchases\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`deployments_id\`) REFERENCES \`deployments\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`usage_reports_id\`) REFERENCES \`usage_reports\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`usage_days_id\`) REFERENCES \`usage_days\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`alerts_id\`) REFERENCES \`alerts\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`partners_id\`) REFERENCES \`partners\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`customers_id\`) REFERENCES \`customers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`tiers_id\`) REFERENCES \`tiers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`products_id\`) REFERENCES \`products\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`price_lists_id\`) REFERENCES \`price_lists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`price_list_items_id\`) REFERENCES \`price_list_items\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`sales_reps_id\`) REFERENCES \`sales_reps\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`engineers_id\`) REFERENCES \`engineers\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`notifications_id\`) REFERENCES \`notifications\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`change_logs_id\`) REFERENCES \`change_logs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`events_id\`) REFERENCES \`events\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`mails_id\`) REFERENCES \`mails\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`job_runs_id\`) REFERENCES \`job_runs\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`counters_id\`) REFERENCES \`counters\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_orders_id_idx\` ON \`payload_locked_documents_rels\` (\`orders_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_items_id_idx\` ON \`payload_locked_documents_rels\` (\`order_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_licenses_id_idx\` ON \`payload_locked_documents_rels\` (\`licenses_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_purchases_id_idx\` ON \`payload_locked_documents_rels\` (\`purchases_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_deployments_id_idx\` ON \`payload_locked_documents_rels\` (\`deployments_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_usage_reports_id_idx\` ON \`payload_locked_documents_rels\` (\`usage_reports_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_usage_days_id_idx\` ON \`payload_locked_documents_rels\` (\`usage_days_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_alerts_id_idx\` ON \`payload_locked_documents_rels\` (\`alerts_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_partners_id_idx\` ON \`payload_locked_documents_rels\` (\`partners_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_customers_id_idx\` ON \`payload_locked_documents_rels\` (\`customers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_tiers_id_idx\` ON \`payload_locked_documents_rels\` (\`tiers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_products_id_idx\` ON \`payload_locked_documents_rels\` (\`products_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_price_lists_id_idx\` ON \`payload_locked_documents_rels\` (\`price_lists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_price_list_items_id_idx\` ON \`payload_locked_documents_rels\` (\`price_list_items_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_sales_reps_id_idx\` ON \`payload_locked_documents_rels\` (\`sales_reps_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_engineers_id_idx\` ON \`payload_locked_documents_rels\` (\`engineers_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_notifications_id_idx\` ON \`payload_locked_documents_rels\` (\`notifications_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_change_logs_id_idx\` ON \`payload_locked_documents_rels\` (\`change_logs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_events_id_idx\` ON \`payload_locked_documents_rels\` (\`events_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_mails_id_idx\` ON \`payload_locked_documents_rels\` (\`mails_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_job_runs_id_idx\` ON \`payload_locked_documents_rels\` (\`job_runs_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_counters_id_idx\` ON \`payload_locked_documents_rels\` (\`counters_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_stats\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`stats\` text,
  	\`updated_at\` text,
  	\`created_at\` text
  );
  `)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`users_roles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`orders\`;`)
  await db.run(sql`DROP TABLE \`order_items\`;`)
  await db.run(sql`DROP TABLE \`licenses\`;`)
  await db.run(sql`DROP TABLE \`purchases\`;`)
  await db.run(sql`DROP TABLE \`deployments\`;`)
  await db.run(sql`DROP TABLE \`usage_reports\`;`)
  await db.run(sql`DROP TABLE \`usage_days\`;`)
  await db.run(sql`DROP TABLE \`alerts\`;`)
  await db.run(sql`DROP TABLE \`partners\`;`)
  await db.run(sql`DROP TABLE \`customers\`;`)
  await db.run(sql`DROP TABLE \`tiers\`;`)
  await db.run(sql`DROP TABLE \`products\`;`)
  await db.run(sql`DROP TABLE \`price_lists\`;`)
  await db.run(sql`DROP TABLE \`price_list_items\`;`)
  await db.run(sql`DROP TABLE \`sales_reps\`;`)
  await db.run(sql`DROP TABLE \`engineers\`;`)
  await db.run(sql`DROP TABLE \`notifications\`;`)
  await db.run(sql`DROP TABLE \`change_logs\`;`)
  await db.run(sql`DROP TABLE \`events\`;`)
  await db.run(sql`DROP TABLE \`mails\`;`)
  await db.run(sql`DROP TABLE \`job_runs\`;`)
  await db.run(sql`DROP TABLE \`counters\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_stats\`;`)
}
