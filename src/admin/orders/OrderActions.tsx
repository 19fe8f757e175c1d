'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { OrderAction } from '../../domain/orders/orderMachine'
import { AskDialog } from '../ui/AskDialog'
import { errorText } from '../errorText'
import type { OrderPage } from './loadOrderPage'
import { prominent, questionBefore } from './orderActionLook'
import { keyOf } from '../texts'
import { useOrderAction } from './useOrderAction'
import { useText } from '../useText'

/** One button for each thing that can be done with the order by its reader. */
export const OrderActions = ({
  page: { actions, order },
  staff = false,
}: {
  page: OrderPage
  staff?: boolean
}) => {
  const texts = useText()
  const { number, t } = texts
  const router = useRouter()
  const act = useOrderAction()
  const [busy, setBusy] = useState<OrderAction | null>(null)
  const [asking, setAsking] = useState<OrderAction | null>(null)
  const names = (action: OrderAction) => ({ action: t(`do.${action}`), order: order.orderNumber })

  const run = async (action: OrderAction, reason?: string) => {
    setAsking(null)
    setBusy(action)
    const refused = await act(order, action, reason)
    setBusy(null)
    if (refused) toast.error(errorText(texts, refused))
    else toast.success(t('actionDone', { ...names(action), action: t(`did.${action}`) }))
    router.refresh()
  }
  const start = (action: OrderAction) =>
    questionBefore(action, staff) ? setAsking(action) : void run(action)
  const busyText = busy && t(keyOf('busy', busy) ?? 'busy', { count: number(order.licenseCount) })
  return (
    <div className="channel-actions">
      {actions.map((action) => (
        <Button
          buttonStyle={prominent.includes(action) ? 'primary' : 'secondary'}
          disabled={busy !== null}
          extraButtonProps={{ 'data-action': action }}
          key={action}
          margin={false}
          onClick={() => start(action)}
        >
          {t(`do.${action}`)}
        </Button>
      ))}
      <span aria-live="polite" className="channel-actions__busy" role="status">
        {busyText}
      </span>
      {asking && (
        <AskDialog
          confirm={t(`do.${asking}`)}
          onAnswer={(reason) => void run(asking, reason)}
          onClose={() => setAsking(null)}
          question={questionBefore(asking, staff) ?? 'confirm'}
          title={t('reasonTitle', names(asking))}
        />
      )}
    </div>
  )
}
