import { StateCell as StateCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { MoneyCell as MoneyCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { OrderListTools as OrderListTools_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { OrderEditView as OrderEditView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { OrderFieldsView as OrderFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { QuantityBreaksField as QuantityBreaksField_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { JsonText as JsonText_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { NotificationsBell as NotificationsBell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { Home as Home_2110c5bc4bac208fa47d0749bb4d9fd3 } from 'payload-channel/rsc'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-channel/client#StateCell": StateCell_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#MoneyCell": MoneyCell_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#OrderListTools": OrderListTools_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#OrderEditView": OrderEditView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/rsc#OrderFieldsView": OrderFieldsView_2110c5bc4bac208fa47d0749bb4d9fd3,
  "payload-channel/client#QuantityBreaksField": QuantityBreaksField_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#JsonText": JsonText_980630fccec306091e352e5b50d915ea,
  "payload-channel/client#NotificationsBell": NotificationsBell_980630fccec306091e352e5b50d915ea,
  "payload-channel/rsc#Home": Home_2110c5bc4bac208fa47d0749bb4d9fd3,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
