'use client'

import { useState } from 'react'

import { AskDialog } from '../ui/AskDialog'
import type { ApiError } from '../callApi'
import { useText } from '../useText'

/** Asks whether an order that costs more than was on the page is to be submitted all the same. */
export const PriceChangedDialog = ({
  errors,
  onAgree,
}: {
  errors: ApiError[]
  /** With the total of now, in minor units. */
  onAgree: (total: number) => void
}) => {
  const { money, t } = useText()
  const [dismissed, setDismissed] = useState<ApiError | null>(null)
  const changed = errors.find(({ code }) => code === 'PRICE_CHANGED')
  if (!changed?.details || changed === dismissed) return null
  const { currency, seen, total } = changed.details
  const say = (amount: unknown) => money(Number(amount), String(currency))
  const close = () => setDismissed(changed)
  return (
    <AskDialog
      confirm={t('submitOrder')}
      hint={t('priceChangedHint', { total: say(total), seen: say(seen) })}
      onAnswer={() => {
        close()
        onAgree(Number(total))
      }}
      onClose={close}
      question="confirm"
      title={t('priceChangedTitle')}
    />
  )
}
