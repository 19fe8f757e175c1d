'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { formatMoney } from '../domain/money'

/** Minor units as money, in the row's currency and the reader's format. */
export const MoneyCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { i18n } = useTranslation()
  if (typeof cellData !== 'number') return <span>–</span>
  const currency = rowData?.currency
  return (
    <span>
      {typeof currency === 'string' ? formatMoney(cellData, currency, i18n.language) : cellData}
    </span>
  )
}
