'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { formatMoney } from '../../domain/money/money'

/**
 * Minor units as money, in the row's currency and the reader's format. A line of an order has no
 * currency of its own: its order's, or its price list's, is that of the document around the table.
 */
export const MoneyCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  const { savedDocumentData } = useDocumentInfo()
  if (typeof cellData !== 'number') return <span>–</span>
  const currency: unknown = rowData?.currency ?? savedDocumentData?.currency
  return (
    <span>
      {typeof currency === 'string' ? formatMoney(cellData, currency, i18n.language) : cellData}
    </span>
  )
}
