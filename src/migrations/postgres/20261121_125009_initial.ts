import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_users_roles" AS ENUM('admin', 'sales', 'engineer', 'partner', 'customer');
  CREATE TYPE "public"."enum_users_language" AS ENUM('en', 'zh');
  CREATE TYPE "public"."enum_users_notify_digest" AS ENUM('daily', 'weekly', 'never');
  CREATE TYPE "public"."enum_orders_state" AS ENUM('draft', 'pending_review', 'pending_payment', 'in_progress', 'completed', 'rejected', 'cancelled');
  CREATE TYPE "public"."enum_orders_currency" AS ENUM('USD', 'EUR', 'CNY');
  CREATE TYPE "public"."enum_order_items_license_type" AS ENUM('subscription', 'perpetual', 'trial');
  CREATE TYPE "public"."enum_licenses_state" AS ENUM('created', 'deployed', 'in_use', 'renewed', 'expired', 'suspended', 'terminated');
  CREATE TYPE "public"."enum_licenses_product_type" AS ENUM('enterprise', 'professional', 'addon');
  CREATE TYPE "public"."enum_licenses_license_type" AS ENUM('subscription', 'perpetual', 'trial');
  CREATE TYPE "public"."enum_licenses_resume_state" AS ENUM('created', 'deployed', 'in_use', 'renewed', 'expired', 'suspended', 'terminated');
  CREATE TYPE "public"."enum_purchases_type" AS ENUM('new', 'renewal', 'expansion', 'upgrade');
  CREATE TYPE "public"."enum_purchases_basis" AS ENUM('from_expiry', 'from_now', 'from_now_if_expired');
  CREATE TYPE "public"."enum_purchases_currency" AS ENUM('USD', 'EUR', 'CNY');
  CREATE TYPE "public"."enum_deployments_state" AS ENUM('scheduled', 'in_progress', 'completed', 'failed', 'cancelled');
  CREATE TYPE "public"."enum_deployments_environment" AS ENUM('production', 'staging', 'test');
  CREATE TYPE "public"."enum_deployments_region" AS ENUM('americas', 'emea', 'apac');
  CREATE TYPE "public"."enum_alerts_kind" AS ENUM('expiring', 'expired', 'over_workspaces', 'over_users', 'inactive', 'irregular_usage');
  CREATE TYPE "public"."enum_alerts_severity" AS ENUM('info', 'warning', 'critical');
  CREATE TYPE "public"."enum_alerts_state" AS ENUM('open', 'acknowledged', 'snoozed', 'resolved');
  CREATE TYPE "public"."enum_partners_type" AS ENUM('reseller', 'dealer', 'distributor', 'salon', 'stand', 'white_label', 'affiliate');
  CREATE TYPE "public"."enum_partners_status" AS ENUM('ACTIVE', 'INACTIVE');
  CREATE TYPE "public"."enum_partners_region" AS ENUM('americas', 'emea', 'apac');
  CREATE TYPE "public"."enum_partners_currency" AS ENUM('USD', 'EUR', 'CNY');
  CREATE TYPE "public"."enum_partners_payment_terms" AS ENUM('prepaid', 'net_15', 'net_30', 'net_60');
  CREATE TYPE "public"."enum_customers_region" AS ENUM('americas', 'emea', 'apac');
  CREATE TYPE "public"."enum_products_product_type" AS ENUM('enterprise', 'professional', 'addon');
  CREATE TYPE "public"."enum_products_issuing" AS ENUM('per_unit', 'seat_count');
  CREATE TYPE "public"."enum_products_overage_policy" AS ENUM('none', 'x1_25', 'x1_5', 'x2', 'always');
  CREATE TYPE "public"."enum_price_lists_currency" AS ENUM('USD', 'EUR', 'CNY');
  CREATE TYPE "public"."enum_price_list_items_license_type" AS ENUM('subscription', 'perpetual', 'trial');
  CREATE TYPE "public"."enum_sales_reps_region" AS ENUM('americas', 'emea', 'apac');
  CREATE TYPE "public"."enum_engineers_region" AS ENUM('americas', 'emea', 'apac');
  CREATE TYPE "public"."enum_mails_status" AS ENUM('queued', 'sent', 'parked');
  CREATE TYPE "public"."enum_job_runs_state" AS ENUM('queued', 'running', 'done', 'parked');
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'channelResumeOrders', 'channelDispatchEvents', 'channelSendMails', 'channelRunScheduledJobs');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'channelResumeOrders', 'channelDispatchEvents', 'channelSendMails', 'channelRunScheduledJobs');
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum_users_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"partner_id" uuid,
  	"customer_id" uuid,
  	"engineer_id" uuid,
  	"sales_rep_id" uuid,
  	"language" "enum_users_language" DEFAULT 'en',
  	"notify_mail" boolean DEFAULT true,
  	"notify_digest" "enum_users_notify_digest" DEFAULT 'weekly',
  	"partner_active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"username" varchar,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "orders" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_number" varchar,
  	"order_date" timestamp(3) with time zone,
  	"state" "enum_orders_state" DEFAULT 'draft' NOT NULL,
  	"partner_id" uuid NOT NULL,
  	"customer_id" uuid,
  	"currency" "enum_orders_currency",
  	"subtotal" numeric DEFAULT 0 NOT NULL,
  	"discount_total" numeric DEFAULT 0 NOT NULL,
  	"tax_total" numeric DEFAULT 0 NOT NULL,
  	"total" numeric DEFAULT 0 NOT NULL,
  	"license_count" numeric DEFAULT 0 NOT NULL,
  	"agreement_acknowledged" boolean DEFAULT false,
  	"agreement_version" varchar,
  	"agreement_date" timestamp(3) with time zone,
  	"notes" varchar,
  	"internal_notes" varchar,
  	"submitted_at" timestamp(3) with time zone,
  	"decided_at" timestamp(3) with time zone,
  	"decided_by_id" uuid,
  	"decision_reason" varchar,
  	"issued_at" timestamp(3) with time zone,
  	"revision" numeric DEFAULT 0,
  	"request_key" varchar,
  	"request_hash" varchar,
  	"unfinished_since" timestamp(3) with time zone,
  	"unfinished" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "order_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"order_id" uuid NOT NULL,
  	"position" numeric DEFAULT 0 NOT NULL,
  	"partner_id" uuid,
  	"customer_id" uuid,
  	"product_id" uuid NOT NULL,
  	"sku" varchar,
  	"product_name" varchar,
  	"license_type" "enum_order_items_license_type" NOT NULL,
  	"quantity" numeric NOT NULL,
  	"duration_years" numeric DEFAULT 1 NOT NULL,
  	"end_user_name" varchar NOT NULL,
  	"end_user_email" varchar,
  	"unit_price" numeric,
  	"list_price" numeric,
  	"subtotal" numeric,
  	"discount" numeric,
  	"tax_rate_bps" numeric,
  	"tax" numeric,
  	"total" numeric,
  	"price_list_item_id" uuid,
  	"tier_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "licenses" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"license_id" varchar,
  	"state" "enum_licenses_state" DEFAULT 'created' NOT NULL,
  	"product_id" uuid NOT NULL,
  	"product_type" "enum_licenses_product_type",
  	"license_type" "enum_licenses_license_type" NOT NULL,
  	"customer_id" uuid NOT NULL,
  	"partner_id" uuid,
  	"sales_rep_id" uuid,
  	"engineer_id" uuid,
  	"order_id" uuid,
  	"order_item_id" uuid,
  	"unit" numeric,
  	"seats" numeric DEFAULT 1 NOT NULL,
  	"limits_workspaces" numeric DEFAULT 1 NOT NULL,
  	"limits_users" numeric DEFAULT 10 NOT NULL,
  	"starts_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone,
  	"deployed_at" timestamp(3) with time zone,
  	"usage_workspaces" numeric,
  	"usage_users" numeric,
  	"usage_reported_at" timestamp(3) with time zone,
  	"state_changed_at" timestamp(3) with time zone,
  	"state_reason" varchar,
  	"resume_state" "enum_licenses_resume_state",
  	"usage_key_hash" varchar,
  	"usage_key_at" timestamp(3) with time zone,
  	"last_purchase" numeric,
  	"revision" numeric DEFAULT 0,
  	"internal_notes" varchar,
  	"issue_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "purchases" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"license_id" uuid NOT NULL,
  	"sequence" numeric,
  	"type" "enum_purchases_type" NOT NULL,
  	"basis" "enum_purchases_basis",
  	"duration_years" numeric,
  	"quantity" numeric,
  	"workspaces_added" numeric DEFAULT 0,
  	"users_added" numeric DEFAULT 0,
  	"product_id" uuid,
  	"product_workspaces" numeric,
  	"product_users" numeric,
  	"workspaces_after" numeric,
  	"users_after" numeric,
  	"expires_before" timestamp(3) with time zone,
  	"expires_after" timestamp(3) with time zone,
  	"amount" numeric DEFAULT 0 NOT NULL,
  	"currency" "enum_purchases_currency" NOT NULL,
  	"purchased_at" timestamp(3) with time zone,
  	"note" varchar,
  	"customer_id" uuid,
  	"partner_id" uuid,
  	"sales_rep_id" uuid,
  	"order_id" uuid,
  	"reverses_id" uuid,
  	"recorded_by_id" uuid,
  	"purchase_key" varchar,
  	"reversal_key" varchar,
  	"request_key" varchar,
  	"request_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "deployments" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar,
  	"license_id" uuid NOT NULL,
  	"state" "enum_deployments_state" DEFAULT 'scheduled' NOT NULL,
  	"environment" "enum_deployments_environment" DEFAULT 'production' NOT NULL,
  	"version" varchar,
  	"region" "enum_deployments_region",
  	"engineer_id" uuid,
  	"progress" numeric DEFAULT 0,
  	"scheduled_at" timestamp(3) with time zone NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"failures" numeric DEFAULT 0,
  	"failed_at" timestamp(3) with time zone,
  	"failed_by_id" uuid,
  	"failure_reason" varchar,
  	"notes" varchar,
  	"internal_notes" varchar,
  	"customer_id" uuid,
  	"partner_id" uuid,
  	"revision" numeric DEFAULT 0,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "usage_reports" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"license_id" uuid NOT NULL,
  	"reported_at" timestamp(3) with time zone NOT NULL,
  	"workspaces" numeric NOT NULL,
  	"users" numeric NOT NULL,
  	"customer_id" uuid,
  	"partner_id" uuid,
  	"report_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "usage_days" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"license_id" uuid NOT NULL,
  	"day" varchar NOT NULL,
  	"workspaces" numeric NOT NULL,
  	"users" numeric NOT NULL,
  	"reports" numeric DEFAULT 0 NOT NULL,
  	"customer_id" uuid,
  	"partner_id" uuid,
  	"day_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "alerts" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"kind" "enum_alerts_kind" NOT NULL,
  	"severity" "enum_alerts_severity" DEFAULT 'warning' NOT NULL,
  	"state" "enum_alerts_state" DEFAULT 'open' NOT NULL,
  	"license_id" uuid NOT NULL,
  	"threshold_days" numeric,
  	"figures" jsonb,
  	"raised_at" timestamp(3) with time zone NOT NULL,
  	"opened_at" timestamp(3) with time zone NOT NULL,
  	"snoozed_until" timestamp(3) with time zone,
  	"handled_at" timestamp(3) with time zone,
  	"handled_by_id" uuid,
  	"customer_id" uuid,
  	"partner_id" uuid,
  	"sales_rep_id" uuid,
  	"alert_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "partners" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"type" "enum_partners_type" DEFAULT 'reseller' NOT NULL,
  	"status" "enum_partners_status" DEFAULT 'ACTIVE' NOT NULL,
  	"contact_name" varchar,
  	"email" varchar NOT NULL,
  	"phone" varchar,
  	"address_street" varchar,
  	"address_postal_code" varchar,
  	"address_city" varchar,
  	"address_country" varchar,
  	"tier_id" uuid,
  	"region" "enum_partners_region",
  	"currency" "enum_partners_currency" DEFAULT 'USD' NOT NULL,
  	"payment_terms" "enum_partners_payment_terms" DEFAULT 'prepaid' NOT NULL,
  	"tax_rate_bps" numeric,
  	"sales_rep_id" uuid,
  	"internal_notes" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "customers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"partner_id" uuid,
  	"email" varchar,
  	"phone" varchar,
  	"country" varchar,
  	"region" "enum_customers_region",
  	"sales_rep_id" uuid,
  	"notes" varchar,
  	"name_key" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tiers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"level" numeric NOT NULL,
  	"benefits" varchar,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "products" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"sku" varchar NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"product_type" "enum_products_product_type" NOT NULL,
  	"license_prefix" varchar NOT NULL,
  	"issuing" "enum_products_issuing" DEFAULT 'per_unit' NOT NULL,
  	"limits_workspaces" numeric DEFAULT 1,
  	"limits_users" numeric DEFAULT 10,
  	"overage_policy" "enum_products_overage_policy" DEFAULT 'none',
  	"expiry_alert_days" varchar,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_lists" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"currency" "enum_price_lists_currency" NOT NULL,
  	"tax_rate_bps" numeric DEFAULT 0 NOT NULL,
  	"tier_id" uuid,
  	"partner_id" uuid,
  	"valid_from" timestamp(3) with time zone,
  	"valid_to" timestamp(3) with time zone,
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "price_list_items" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"price_list_id" uuid NOT NULL,
  	"product_id" uuid NOT NULL,
  	"license_type" "enum_price_list_items_license_type" NOT NULL,
  	"unit_price" numeric NOT NULL,
  	"discount_bps" numeric DEFAULT 0,
  	"tax_rate_bps" numeric,
  	"breaks" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sales_reps" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"region" "enum_sales_reps_region",
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "engineers" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"email" varchar NOT NULL,
  	"region" "enum_engineers_region",
  	"active" boolean DEFAULT true,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "notifications" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"title" varchar NOT NULL,
  	"recipient_id" uuid NOT NULL,
  	"kind" varchar NOT NULL,
  	"link" varchar,
  	"read_at" timestamp(3) with time zone,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "change_logs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"at" timestamp(3) with time zone NOT NULL,
  	"action" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"sequence" numeric NOT NULL,
  	"actor_id" varchar,
  	"actor_name" varchar,
  	"ip" varchar,
  	"user_agent" varchar,
  	"changes" jsonb,
  	"previous_hash" varchar,
  	"hash" varchar NOT NULL
  );
  
  CREATE TABLE "events" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"type" varchar NOT NULL,
  	"subject" varchar NOT NULL,
  	"document_id" varchar NOT NULL,
  	"data" jsonb,
  	"dispatched_at" timestamp(3) with time zone,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"last_error" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "mails" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"to" varchar NOT NULL,
  	"mail_subject" varchar NOT NULL,
  	"text" varchar,
  	"html" varchar,
  	"options" jsonb,
  	"confidential" boolean DEFAULT false,
  	"status" "enum_mails_status" DEFAULT 'queued' NOT NULL,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"sent_at" timestamp(3) with time zone,
  	"last_error" varchar,
  	"key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "job_runs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"job" varchar NOT NULL,
  	"slot" timestamp(3) with time zone NOT NULL,
  	"state" "enum_job_runs_state" DEFAULT 'queued' NOT NULL,
  	"done" numeric DEFAULT 0 NOT NULL,
  	"total" numeric,
  	"attempts" numeric DEFAULT 0 NOT NULL,
  	"due_at" timestamp(3) with time zone NOT NULL,
  	"started_at" timestamp(3) with time zone,
  	"finished_at" timestamp(3) with time zone,
  	"result" jsonb,
  	"cursor" varchar,
  	"last_error" varchar,
  	"run_key" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "counters" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"series" varchar NOT NULL,
  	"value" numeric DEFAULT 0 NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"meta" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"orders_id" uuid,
  	"order_items_id" uuid,
  	"licenses_id" uuid,
  	"purchases_id" uuid,
  	"deployments_id" uuid,
  	"usage_reports_id" uuid,
  	"usage_days_id" uuid,
  	"alerts_id" uuid,
  	"partners_id" uuid,
  	"customers_id" uuid,
  	"tiers_id" uuid,
  	"products_id" uuid,
  	"price_lists_id" uuid,
  	"price_list_items_id" uuid,
  	"sales_reps_id" uuid,
  	"engineers_id" uuid,
  	"notifications_id" uuid,
  	"change_logs_id" uuid,
  	"events_id" uuid,
  	"mails_id" uuid,
  	"job_runs_id" uuid,
  	"counters_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_jobs_stats" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"stats" jsonb,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_engineer_id_engineers_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "orders" ADD CONSTRAINT "orders_decided_by_id_users_id_fk" FOREIGN KEY ("decided_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_price_list_item_id_price_list_items_id_fk" FOREIGN KEY ("price_list_item_id") REFERENCES "public"."price_list_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "order_items" ADD CONSTRAINT "order_items_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_engineer_id_engineers_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "licenses" ADD CONSTRAINT "licenses_order_item_id_order_items_id_fk" FOREIGN KEY ("order_item_id") REFERENCES "public"."order_items"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_reverses_id_purchases_id_fk" FOREIGN KEY ("reverses_id") REFERENCES "public"."purchases"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purchases" ADD CONSTRAINT "purchases_recorded_by_id_users_id_fk" FOREIGN KEY ("recorded_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deployments" ADD CONSTRAINT "deployments_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deployments" ADD CONSTRAINT "deployments_engineer_id_engineers_id_fk" FOREIGN KEY ("engineer_id") REFERENCES "public"."engineers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deployments" ADD CONSTRAINT "deployments_failed_by_id_engineers_id_fk" FOREIGN KEY ("failed_by_id") REFERENCES "public"."engineers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deployments" ADD CONSTRAINT "deployments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "deployments" ADD CONSTRAINT "deployments_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_reports" ADD CONSTRAINT "usage_reports_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_reports" ADD CONSTRAINT "usage_reports_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_reports" ADD CONSTRAINT "usage_reports_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_days" ADD CONSTRAINT "usage_days_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_days" ADD CONSTRAINT "usage_days_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "usage_days" ADD CONSTRAINT "usage_days_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alerts" ADD CONSTRAINT "alerts_license_id_licenses_id_fk" FOREIGN KEY ("license_id") REFERENCES "public"."licenses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alerts" ADD CONSTRAINT "alerts_handled_by_id_users_id_fk" FOREIGN KEY ("handled_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alerts" ADD CONSTRAINT "alerts_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alerts" ADD CONSTRAINT "alerts_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "alerts" ADD CONSTRAINT "alerts_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "partners" ADD CONSTRAINT "partners_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "partners" ADD CONSTRAINT "partners_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "customers" ADD CONSTRAINT "customers_sales_rep_id_sales_reps_id_fk" FOREIGN KEY ("sales_rep_id") REFERENCES "public"."sales_reps"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_lists" ADD CONSTRAINT "price_lists_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "price_list_items" ADD CONSTRAINT "price_list_items_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "notifications" ADD CONSTRAINT "notifications_recipient_id_users_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_orders_fk" FOREIGN KEY ("orders_id") REFERENCES "public"."orders"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_order_items_fk" FOREIGN KEY ("order_items_id") REFERENCES "public"."order_items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_licenses_fk" FOREIGN KEY ("licenses_id") REFERENCES "public"."licenses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_purchases_fk" FOREIGN KEY ("purchases_id") REFERENCES "public"."purchases"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_deployments_fk" FOREIGN KEY ("deployments_id") REFERENCES "public"."deployments"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_usage_reports_fk" FOREIGN KEY ("usage_reports_id") REFERENCES "public"."usage_reports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_usage_days_fk" FOREIGN KEY ("usage_days_id") REFERENCES "public"."usage_days"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_alerts_fk" FOREIGN KEY ("alerts_id") REFERENCES "public"."alerts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_partners_fk" FOREIGN KEY ("partners_id") REFERENCES "public"."partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_customers_fk" FOREIGN KEY ("customers_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tiers_fk" FOREIGN KEY ("tiers_id") REFERENCES "public"."tiers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_products_fk" FOREIGN KEY ("products_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_price_lists_fk" FOREIGN KEY ("price_lists_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_price_list_items_fk" FOREIGN KEY ("price_list_items_id") REFERENCES "public"."price_list_items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sales_reps_fk" FOREIGN KEY ("sales_reps_id") REFERENCES "public"."sales_reps"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_engineers_fk" FOREIGN KEY ("engineers_id") REFERENCES "public"."engineers"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_notifications_fk" FOREIGN KEY ("notifications_id") REFERENCES "public"."notifications"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_change_logs_fk" FOREIGN KEY ("change_logs_id") REFERENCES "public"."change_logs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_events_fk" FOREIGN KEY ("events_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_mails_fk" FOREIGN KEY ("mails_id") REFERENCES "public"."mails"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_job_runs_fk" FOREIGN KEY ("job_runs_id") REFERENCES "public"."job_runs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_counters_fk" FOREIGN KEY ("counters_id") REFERENCES "public"."counters"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order");
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id");
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_partner_idx" ON "users" USING btree ("partner_id");
  CREATE INDEX "users_customer_idx" ON "users" USING btree ("customer_id");
  CREATE INDEX "users_engineer_idx" ON "users" USING btree ("engineer_id");
  CREATE INDEX "users_sales_rep_idx" ON "users" USING btree ("sales_rep_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE UNIQUE INDEX "users_username_idx" ON "users" USING btree ("username");
  CREATE UNIQUE INDEX "orders_order_number_idx" ON "orders" USING btree ("order_number");
  CREATE INDEX "orders_partner_idx" ON "orders" USING btree ("partner_id");
  CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("customer_id");
  CREATE INDEX "orders_decided_by_idx" ON "orders" USING btree ("decided_by_id");
  CREATE UNIQUE INDEX "orders_request_key_idx" ON "orders" USING btree ("request_key");
  CREATE INDEX "orders_unfinished_since_idx" ON "orders" USING btree ("unfinished_since");
  CREATE INDEX "orders_updated_at_idx" ON "orders" USING btree ("updated_at");
  CREATE INDEX "orders_created_at_idx" ON "orders" USING btree ("created_at");
  CREATE INDEX "partner_state_orderDate_idx" ON "orders" USING btree ("partner_id","state","order_date");
  CREATE INDEX "state_orderDate_idx" ON "orders" USING btree ("state","order_date");
  CREATE INDEX "order_items_order_idx" ON "order_items" USING btree ("order_id");
  CREATE INDEX "order_items_partner_idx" ON "order_items" USING btree ("partner_id");
  CREATE INDEX "order_items_customer_idx" ON "order_items" USING btree ("customer_id");
  CREATE INDEX "order_items_product_idx" ON "order_items" USING btree ("product_id");
  CREATE INDEX "order_items_price_list_item_idx" ON "order_items" USING btree ("price_list_item_id");
  CREATE INDEX "order_items_tier_idx" ON "order_items" USING btree ("tier_id");
  CREATE INDEX "order_items_updated_at_idx" ON "order_items" USING btree ("updated_at");
  CREATE INDEX "order_items_created_at_idx" ON "order_items" USING btree ("created_at");
  CREATE INDEX "order_position_idx" ON "order_items" USING btree ("order_id","position");
  CREATE UNIQUE INDEX "licenses_license_id_idx" ON "licenses" USING btree ("license_id");
  CREATE INDEX "licenses_product_idx" ON "licenses" USING btree ("product_id");
  CREATE INDEX "licenses_product_type_idx" ON "licenses" USING btree ("product_type");
  CREATE INDEX "licenses_customer_idx" ON "licenses" USING btree ("customer_id");
  CREATE INDEX "licenses_partner_idx" ON "licenses" USING btree ("partner_id");
  CREATE INDEX "licenses_sales_rep_idx" ON "licenses" USING btree ("sales_rep_id");
  CREATE INDEX "licenses_engineer_idx" ON "licenses" USING btree ("engineer_id");
  CREATE INDEX "licenses_order_idx" ON "licenses" USING btree ("order_id");
  CREATE INDEX "licenses_order_item_idx" ON "licenses" USING btree ("order_item_id");
  CREATE UNIQUE INDEX "licenses_issue_key_idx" ON "licenses" USING btree ("issue_key");
  CREATE INDEX "licenses_updated_at_idx" ON "licenses" USING btree ("updated_at");
  CREATE INDEX "licenses_created_at_idx" ON "licenses" USING btree ("created_at");
  CREATE INDEX "partner_state_expiresAt_idx" ON "licenses" USING btree ("partner_id","state","expires_at");
  CREATE INDEX "customer_state_expiresAt_idx" ON "licenses" USING btree ("customer_id","state","expires_at");
  CREATE INDEX "state_expiresAt_idx" ON "licenses" USING btree ("state","expires_at");
  CREATE INDEX "salesRep_state_expiresAt_idx" ON "licenses" USING btree ("sales_rep_id","state","expires_at");
  CREATE INDEX "state_usage_reportedAt_idx" ON "licenses" USING btree ("state","usage_reported_at");
  CREATE INDEX "order_licenseId_idx" ON "licenses" USING btree ("order_id","license_id");
  CREATE INDEX "purchases_license_idx" ON "purchases" USING btree ("license_id");
  CREATE INDEX "purchases_product_idx" ON "purchases" USING btree ("product_id");
  CREATE INDEX "purchases_customer_idx" ON "purchases" USING btree ("customer_id");
  CREATE INDEX "purchases_partner_idx" ON "purchases" USING btree ("partner_id");
  CREATE INDEX "purchases_sales_rep_idx" ON "purchases" USING btree ("sales_rep_id");
  CREATE INDEX "purchases_order_idx" ON "purchases" USING btree ("order_id");
  CREATE INDEX "purchases_reverses_idx" ON "purchases" USING btree ("reverses_id");
  CREATE INDEX "purchases_recorded_by_idx" ON "purchases" USING btree ("recorded_by_id");
  CREATE UNIQUE INDEX "purchases_purchase_key_idx" ON "purchases" USING btree ("purchase_key");
  CREATE UNIQUE INDEX "purchases_reversal_key_idx" ON "purchases" USING btree ("reversal_key");
  CREATE UNIQUE INDEX "purchases_request_key_idx" ON "purchases" USING btree ("request_key");
  CREATE INDEX "purchases_updated_at_idx" ON "purchases" USING btree ("updated_at");
  CREATE INDEX "purchases_created_at_idx" ON "purchases" USING btree ("created_at");
  CREATE INDEX "license_sequence_idx" ON "purchases" USING btree ("license_id","sequence");
  CREATE INDEX "customer_purchasedAt_idx" ON "purchases" USING btree ("customer_id","purchased_at");
  CREATE INDEX "partner_purchasedAt_idx" ON "purchases" USING btree ("partner_id","purchased_at");
  CREATE INDEX "salesRep_purchasedAt_idx" ON "purchases" USING btree ("sales_rep_id","purchased_at");
  CREATE INDEX "type_purchasedAt_idx" ON "purchases" USING btree ("type","purchased_at");
  CREATE INDEX "deployments_license_idx" ON "deployments" USING btree ("license_id");
  CREATE INDEX "deployments_engineer_idx" ON "deployments" USING btree ("engineer_id");
  CREATE INDEX "deployments_failed_by_idx" ON "deployments" USING btree ("failed_by_id");
  CREATE INDEX "deployments_customer_idx" ON "deployments" USING btree ("customer_id");
  CREATE INDEX "deployments_partner_idx" ON "deployments" USING btree ("partner_id");
  CREATE INDEX "deployments_updated_at_idx" ON "deployments" USING btree ("updated_at");
  CREATE INDEX "deployments_created_at_idx" ON "deployments" USING btree ("created_at");
  CREATE INDEX "engineer_state_scheduledAt_idx" ON "deployments" USING btree ("engineer_id","state","scheduled_at");
  CREATE INDEX "license_scheduledAt_idx" ON "deployments" USING btree ("license_id","scheduled_at");
  CREATE INDEX "state_scheduledAt_idx" ON "deployments" USING btree ("state","scheduled_at");
  CREATE INDEX "partner_scheduledAt_idx" ON "deployments" USING btree ("partner_id","scheduled_at");
  CREATE INDEX "customer_scheduledAt_idx" ON "deployments" USING btree ("customer_id","scheduled_at");
  CREATE INDEX "usage_reports_license_idx" ON "usage_reports" USING btree ("license_id");
  CREATE INDEX "usage_reports_customer_idx" ON "usage_reports" USING btree ("customer_id");
  CREATE INDEX "usage_reports_partner_idx" ON "usage_reports" USING btree ("partner_id");
  CREATE UNIQUE INDEX "usage_reports_report_key_idx" ON "usage_reports" USING btree ("report_key");
  CREATE INDEX "usage_reports_updated_at_idx" ON "usage_reports" USING btree ("updated_at");
  CREATE INDEX "usage_reports_created_at_idx" ON "usage_reports" USING btree ("created_at");
  CREATE INDEX "license_reportedAt_idx" ON "usage_reports" USING btree ("license_id","reported_at");
  CREATE INDEX "usage_days_license_idx" ON "usage_days" USING btree ("license_id");
  CREATE INDEX "usage_days_customer_idx" ON "usage_days" USING btree ("customer_id");
  CREATE INDEX "usage_days_partner_idx" ON "usage_days" USING btree ("partner_id");
  CREATE UNIQUE INDEX "usage_days_day_key_idx" ON "usage_days" USING btree ("day_key");
  CREATE INDEX "usage_days_updated_at_idx" ON "usage_days" USING btree ("updated_at");
  CREATE INDEX "usage_days_created_at_idx" ON "usage_days" USING btree ("created_at");
  CREATE INDEX "license_day_idx" ON "usage_days" USING btree ("license_id","day");
  CREATE INDEX "alerts_license_idx" ON "alerts" USING btree ("license_id");
  CREATE INDEX "alerts_handled_by_idx" ON "alerts" USING btree ("handled_by_id");
  CREATE INDEX "alerts_customer_idx" ON "alerts" USING btree ("customer_id");
  CREATE INDEX "alerts_partner_idx" ON "alerts" USING btree ("partner_id");
  CREATE INDEX "alerts_sales_rep_idx" ON "alerts" USING btree ("sales_rep_id");
  CREATE UNIQUE INDEX "alerts_alert_key_idx" ON "alerts" USING btree ("alert_key");
  CREATE INDEX "alerts_updated_at_idx" ON "alerts" USING btree ("updated_at");
  CREATE INDEX "alerts_created_at_idx" ON "alerts" USING btree ("created_at");
  CREATE INDEX "state_raisedAt_idx" ON "alerts" USING btree ("state","raised_at");
  CREATE INDEX "state_openedAt_idx" ON "alerts" USING btree ("state","opened_at");
  CREATE INDEX "license_kind_state_idx" ON "alerts" USING btree ("license_id","kind","state");
  CREATE INDEX "partner_state_raisedAt_idx" ON "alerts" USING btree ("partner_id","state","raised_at");
  CREATE INDEX "customer_state_raisedAt_idx" ON "alerts" USING btree ("customer_id","state","raised_at");
  CREATE INDEX "salesRep_state_raisedAt_idx" ON "alerts" USING btree ("sales_rep_id","state","raised_at");
  CREATE UNIQUE INDEX "partners_name_idx" ON "partners" USING btree ("name");
  CREATE INDEX "partners_status_idx" ON "partners" USING btree ("status");
  CREATE INDEX "partners_tier_idx" ON "partners" USING btree ("tier_id");
  CREATE INDEX "partners_sales_rep_idx" ON "partners" USING btree ("sales_rep_id");
  CREATE INDEX "partners_updated_at_idx" ON "partners" USING btree ("updated_at");
  CREATE INDEX "partners_created_at_idx" ON "partners" USING btree ("created_at");
  CREATE INDEX "customers_name_idx" ON "customers" USING btree ("name");
  CREATE INDEX "customers_partner_idx" ON "customers" USING btree ("partner_id");
  CREATE INDEX "customers_sales_rep_idx" ON "customers" USING btree ("sales_rep_id");
  CREATE UNIQUE INDEX "customers_name_key_idx" ON "customers" USING btree ("name_key");
  CREATE INDEX "customers_updated_at_idx" ON "customers" USING btree ("updated_at");
  CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("created_at");
  CREATE UNIQUE INDEX "tiers_name_idx" ON "tiers" USING btree ("name");
  CREATE INDEX "tiers_updated_at_idx" ON "tiers" USING btree ("updated_at");
  CREATE INDEX "tiers_created_at_idx" ON "tiers" USING btree ("created_at");
  CREATE UNIQUE INDEX "products_sku_idx" ON "products" USING btree ("sku");
  CREATE INDEX "products_active_idx" ON "products" USING btree ("active");
  CREATE INDEX "products_updated_at_idx" ON "products" USING btree ("updated_at");
  CREATE INDEX "products_created_at_idx" ON "products" USING btree ("created_at");
  CREATE UNIQUE INDEX "price_lists_name_idx" ON "price_lists" USING btree ("name");
  CREATE INDEX "price_lists_tier_idx" ON "price_lists" USING btree ("tier_id");
  CREATE INDEX "price_lists_partner_idx" ON "price_lists" USING btree ("partner_id");
  CREATE INDEX "price_lists_updated_at_idx" ON "price_lists" USING btree ("updated_at");
  CREATE INDEX "price_lists_created_at_idx" ON "price_lists" USING btree ("created_at");
  CREATE INDEX "currency_active_idx" ON "price_lists" USING btree ("currency","active");
  CREATE INDEX "price_list_items_price_list_idx" ON "price_list_items" USING btree ("price_list_id");
  CREATE INDEX "price_list_items_product_idx" ON "price_list_items" USING btree ("product_id");
  CREATE INDEX "price_list_items_updated_at_idx" ON "price_list_items" USING btree ("updated_at");
  CREATE INDEX "price_list_items_created_at_idx" ON "price_list_items" USING btree ("created_at");
  CREATE UNIQUE INDEX "priceList_product_licenseType_idx" ON "price_list_items" USING btree ("price_list_id","product_id","license_type");
  CREATE UNIQUE INDEX "sales_reps_email_idx" ON "sales_reps" USING btree ("email");
  CREATE INDEX "sales_reps_updated_at_idx" ON "sales_reps" USING btree ("updated_at");
  CREATE INDEX "sales_reps_created_at_idx" ON "sales_reps" USING btree ("created_at");
  CREATE UNIQUE INDEX "engineers_email_idx" ON "engineers" USING btree ("email");
  CREATE INDEX "engineers_updated_at_idx" ON "engineers" USING btree ("updated_at");
  CREATE INDEX "engineers_created_at_idx" ON "engineers" USING btree ("created_at");
  CREATE INDEX "notifications_recipient_idx" ON "notifications" USING btree ("recipient_id");
  CREATE UNIQUE INDEX "notifications_key_idx" ON "notifications" USING btree ("key");
  CREATE INDEX "notifications_updated_at_idx" ON "notifications" USING btree ("updated_at");
  CREATE INDEX "notifications_created_at_idx" ON "notifications" USING btree ("created_at");
  CREATE INDEX "recipient_readAt_createdAt_idx" ON "notifications" USING btree ("recipient_id","read_at","created_at");
  CREATE INDEX "change_logs_at_idx" ON "change_logs" USING btree ("at");
  CREATE UNIQUE INDEX "subject_documentId_sequence_idx" ON "change_logs" USING btree ("subject","document_id","sequence");
  CREATE INDEX "actorId_at_idx" ON "change_logs" USING btree ("actor_id","at");
  CREATE INDEX "events_document_id_idx" ON "events" USING btree ("document_id");
  CREATE INDEX "events_updated_at_idx" ON "events" USING btree ("updated_at");
  CREATE INDEX "events_created_at_idx" ON "events" USING btree ("created_at");
  CREATE INDEX "dispatchedAt_dueAt_idx" ON "events" USING btree ("dispatched_at","due_at");
  CREATE UNIQUE INDEX "mails_key_idx" ON "mails" USING btree ("key");
  CREATE INDEX "mails_updated_at_idx" ON "mails" USING btree ("updated_at");
  CREATE INDEX "mails_created_at_idx" ON "mails" USING btree ("created_at");
  CREATE INDEX "status_dueAt_idx" ON "mails" USING btree ("status","due_at");
  CREATE UNIQUE INDEX "job_runs_run_key_idx" ON "job_runs" USING btree ("run_key");
  CREATE INDEX "job_runs_updated_at_idx" ON "job_runs" USING btree ("updated_at");
  CREATE INDEX "job_runs_created_at_idx" ON "job_runs" USING btree ("created_at");
  CREATE INDEX "state_dueAt_idx" ON "job_runs" USING btree ("state","due_at");
  CREATE UNIQUE INDEX "counters_series_idx" ON "counters" USING btree ("series");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_orders_id_idx" ON "payload_locked_documents_rels" USING btree ("orders_id");
  CREATE INDEX "payload_locked_documents_rels_order_items_id_idx" ON "payload_locked_documents_rels" USING btree ("order_items_id");
  CREATE INDEX "payload_locked_documents_rels_licenses_id_idx" ON "payload_locked_documents_rels" USING btree ("licenses_id");
  CREATE INDEX "payload_locked_documents_rels_purchases_id_idx" ON "payload_locked_documents_rels" USING btree ("purchases_id");
  CREATE INDEX "payload_locked_documents_rels_deployments_id_idx" ON "payload_locked_documents_rels" USING btree ("deployments_id");
  CREATE INDEX "payload_locked_documents_rels_usage_reports_id_idx" ON "payload_locked_documents_rels" USING btree ("usage_reports_id");
  CREATE INDEX "payload_locked_documents_rels_usage_days_id_idx" ON "payload_locked_documents_rels" USING btree ("usage_days_id");
  CREATE INDEX "payload_locked_documents_rels_alerts_id_idx" ON "payload_locked_documents_rels" USING btree ("alerts_id");
  CREATE INDEX "payload_locked_documents_rels_partners_id_idx" ON "payload_locked_documents_rels" USING btree ("partners_id");
  CREATE INDEX "payload_locked_documents_rels_customers_id_idx" ON "payload_locked_documents_rels" USING btree ("customers_id");
  CREATE INDEX "payload_locked_documents_rels_tiers_id_idx" ON "payload_locked_documents_rels" USING btree ("tiers_id");
  CREATE INDEX "payload_locked_documents_rels_products_id_idx" ON "payload_locked_documents_rels" USING btree ("products_id");
  CREATE INDEX "payload_locked_documents_rels_price_lists_id_idx" ON "payload_locked_documents_rels" USING btree ("price_lists_id");
  CREATE INDEX "payload_locked_documents_rels_price_list_items_id_idx" ON "payload_locked_documents_rels" USING btree ("price_list_items_id");
  CREATE INDEX "payload_locked_documents_rels_sales_reps_id_idx" ON "payload_locked_documents_rels" USING btree ("sales_reps_id");
  CREATE INDEX "payload_locked_documents_rels_engineers_id_idx" ON "payload_locked_documents_rels" USING btree ("engineers_id");
  CREATE INDEX "payload_locked_documents_rels_notifications_id_idx" ON "payload_locked_documents_rels" USING btree ("notifications_id");
  CREATE INDEX "payload_locked_documents_rels_change_logs_id_idx" ON "payload_locked_documents_rels" USING btree ("change_logs_id");
  CREATE INDEX "payload_locked_documents_rels_events_id_idx" ON "payload_locked_documents_rels" USING btree ("events_id");
  CREATE INDEX "payload_locked_documents_rels_mails_id_idx" ON "payload_locked_documents_rels" USING btree ("mails_id");
  CREATE INDEX "payload_locked_documents_rels_job_runs_id_idx" ON "payload_locked_documents_rels" USING btree ("job_runs_id");
  CREATE INDEX "payload_locked_documents_rels_counters_id_idx" ON "payload_locked_documents_rels" USING btree ("counters_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "orders" CASCADE;
  DROP TABLE "order_items" CASCADE;
  DROP TABLE "licenses" CASCADE;
  DROP TABLE "purchases" CASCADE;
  DROP TABLE "deployments" CASCADE;
  DROP TABLE "usage_reports" CASCADE;
  DROP TABLE "usage_days" CASCADE;
  DROP TABLE "alerts" CASCADE;
  DROP TABLE "partners" CASCADE;
  DROP TABLE "customers" CASCADE;
  DROP TABLE "tiers" CASCADE;
  DROP TABLE "products" CASCADE;
  DROP TABLE "price_lists" CASCADE;
  DROP TABLE "price_list_items" CASCADE;
  DROP TABLE "sales_reps" CASCADE;
  DROP TABLE "engineers" CASCADE;
  DROP TABLE "notifications" CASCADE;
  DROP TABLE "change_logs" CASCADE;
  DROP TABLE "events" CASCADE;
  DROP TABLE "mails" CASCADE;
  DROP TABLE "job_runs" CASCADE;
  DROP TABLE "counters" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TABLE "payload_jobs_stats" CASCADE;
  DROP TYPE "public"."enum_users_roles";
  DROP TYPE "public"."enum_users_language";
  DROP TYPE "public"."enum_users_notify_digest";
  DROP TYPE "public"."enum_orders_state";
  DROP TYPE "public"."enum_orders_currency";
  DROP TYPE "public"."enum_order_items_license_type";
  DROP TYPE "public"."enum_licenses_state";
  DROP TYPE "public"."enum_licenses_product_type";
  DROP TYPE "public"."enum_licenses_license_type";
  DROP TYPE "public"."enum_licenses_resume_state";
  DROP TYPE "public"."enum_purchases_type";
  DROP TYPE "public"."enum_purchases_basis";
  DROP TYPE "public"."enum_purchases_currency";
  DROP TYPE "public"."enum_deployments_state";
  DROP TYPE "public"."enum_deployments_environment";
  DROP TYPE "public"."enum_deployments_region";
  DROP TYPE "public"."enum_alerts_kind";
  DROP TYPE "public"."enum_alerts_severity";
  DROP TYPE "public"."enum_alerts_state";
  DROP TYPE "public"."enum_partners_type";
  DROP TYPE "public"."enum_partners_status";
  DROP TYPE "public"."enum_partners_region";
  DROP TYPE "public"."enum_partners_currency";
  DROP TYPE "public"."enum_partners_payment_terms";
  DROP TYPE "public"."enum_customers_region";
  DROP TYPE "public"."enum_products_product_type";
  DROP TYPE "public"."enum_products_issuing";
  DROP TYPE "public"."enum_products_overage_policy";
  DROP TYPE "public"."enum_price_lists_currency";
  DROP TYPE "public"."enum_price_list_items_license_type";
  DROP TYPE "public"."enum_sales_reps_region";
  DROP TYPE "public"."enum_engineers_region";
  DROP TYPE "public"."enum_mails_status";
  DROP TYPE "public"."enum_job_runs_state";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";`)
}
