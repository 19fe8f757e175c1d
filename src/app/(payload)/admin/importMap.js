import { CurrentPasswordField as CurrentPasswordField_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { StateCell as StateCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { MoneyCell as MoneyCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { OrderListTools as OrderListTools_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { OrderEditView as OrderEditView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { OrderFieldsView as OrderFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { StateChips as StateChips_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { LicenseEditView as LicenseEditView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { LicenseFieldsView as LicenseFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { PurchaseActions as PurchaseActions_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { DeploymentActions as DeploymentActions_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { ProgressCell as ProgressCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { AlertActions as AlertActions_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { AlertTitle as AlertTitle_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { SeverityBadge as SeverityBadge_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { JsonText as JsonText_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { QuantityBreaksField as QuantityBreaksField_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { MailRetry as MailRetry_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { JobRetry as JobRetry_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { NotificationsBell as NotificationsBell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { Home as Home_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { NavLinks as NavLinks_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { OperationsView as OperationsView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { PerformanceView as PerformanceView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { TotalsWidget as TotalsWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { AlertsWidget as AlertsWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { ExpiringWidget as ExpiringWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { StatesWidget as StatesWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { OrdersWidget as OrdersWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { ProductTypesWidget as ProductTypesWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { UsageWidget as UsageWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { RevenueWidget as RevenueWidget_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { DeploymentBoard as DeploymentBoard_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-channel/client#CurrentPasswordField": CurrentPasswordField_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#StateCell": StateCell_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#MoneyCell": MoneyCell_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#OrderListTools": OrderListTools_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#OrderEditView": OrderEditView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#OrderFieldsView": OrderFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/client#StateChips": StateChips_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#LicenseEditView": LicenseEditView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#LicenseFieldsView": LicenseFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/client#PurchaseActions": PurchaseActions_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#DeploymentActions": DeploymentActions_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#ProgressCell": ProgressCell_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#AlertActions": AlertActions_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#AlertTitle": AlertTitle_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#SeverityBadge": SeverityBadge_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#JsonText": JsonText_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#QuantityBreaksField": QuantityBreaksField_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#MailRetry": MailRetry_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#JobRetry": JobRetry_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#NotificationsBell": NotificationsBell_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#Home": Home_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/client#NavLinks": NavLinks_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#OperationsView": OperationsView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#PerformanceView": PerformanceView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/client#TotalsWidget": TotalsWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#AlertsWidget": AlertsWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#ExpiringWidget": ExpiringWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#StatesWidget": StatesWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#OrdersWidget": OrdersWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#ProductTypesWidget": ProductTypesWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#UsageWidget": UsageWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#RevenueWidget": RevenueWidget_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#DeploymentBoard": DeploymentBoard_980630fccec306091e352e5b50d915ea,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
