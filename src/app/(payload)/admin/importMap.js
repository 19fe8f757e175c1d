import { MoneyCell as MoneyCell_980630fccec306091e352e5b50d915ea } from 'payload-channel/client'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "payload-channel/client#MoneyCell": MoneyCell_980630fccec306091e352e5b50d915ea,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
