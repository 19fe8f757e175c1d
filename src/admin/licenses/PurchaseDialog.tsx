'use client'

import { useState } from 'react'

import { FormDialog } from '../ui/FormDialog'
import { useProducts } from '../operationsCenter/useProducts'
import type { Faults } from '../operationsCenter/operationsDraft'
import { requestKeys } from '../requestKey'
import { useCommand } from '../useCommand'
import { useText } from '../useText'
import { useToday } from '../ui/useToday'
import type { LicensePage } from './loadLicensePage'
import {
  newPurchase,
  previewOf,
  purchaseBody,
  purchaseFaults,
  type PurchaseDraft,
} from './purchaseDraft'
import { PurchaseFields } from './PurchaseFields'
import { PurchasePreviewText } from './PurchasePreviewText'

type Props = { page: LicensePage; currencies: string[]; onClose: () => void }

/** Records a renewal, an expansion or an upgrade, showing what comes of it while it is typed. */
export const PurchaseDialog = ({ currencies, onClose, page }: Props) => {
  const { t } = useText()
  const { busy, run } = useCommand()
  const [keyFor] = useState(requestKeys)
  const today = useToday()
  const products = useProducts().load
  const offered = products.status === 'ready' ? products.data : []
  const [draft, setDraft] = useState(() =>
    newPurchase(page.expiresAt ? 'renewal' : 'expansion', currencies[0] ?? 'USD'),
  )
  const [faults, setFaults] = useState<Faults>({})
  const change = (changes: Partial<PurchaseDraft>) => {
    setFaults({})
    setDraft((old) => ({ ...old, ...changes }))
  }
  const preview = page.terms && today && previewOf(page.terms, draft, offered, today)
  const submit = async () => {
    const found = purchaseFaults(draft)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const body = purchaseBody(page.licenseId, draft)
    const headers = { 'Idempotency-Key': keyFor(JSON.stringify(body)) }
    const done = t('purchaseRecorded', { license: page.licenseId })
    if (await run({ path: '/v1/purchases', body, headers, done })) onClose()
  }
  return (
    <FormDialog
      busy={busy}
      confirm={t('task.purchase')}
      onClose={onClose}
      onSubmit={() => void submit()}
      title={t('reasonTitle', { action: t('task.purchase'), order: page.licenseId })}
    >
      <PurchaseFields
        currencies={currencies}
        draft={draft}
        endless={page.expiresAt === null}
        faults={faults}
        onChange={change}
        products={offered.filter(({ id }) => id !== page.product?.id)}
      />
      <PurchasePreviewText page={page} preview={preview ?? null} products={offered} />
    </FormDialog>
  )
}
