'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { OrderAction } from '../../../domain/orders/orderMachine'
import { AskDialog } from '../../ui/AskDialog'
import { BulkFigures } from './BulkFigures'
import { BulkResult } from './BulkResult'
import { MOST_AT_ONCE, targetsOf, type BulkOrder } from './bulkOrders'
import { errorText } from '../../errorText'
import { prominent, questionBefore } from '../orderActionLook'
import { useBulkRun } from './useBulkRun'
import { useChosenOrders } from './useChosenOrders'
import { useText } from '../../useText'

type Asking = { action: OrderAction; orders: BulkOrder[]; leftOut: number }

/** Approves, rejects or sends back the selected orders, one after the other, once one is sure. */
export const BulkOrderActions = ({ allowed, slug }: { allowed: OrderAction[]; slug: string }) => {
  const texts = useText()
  const { number, t } = texts
  const chosen = useChosenOrders(slug)
  const { dismiss, progress, report, run } = useBulkRun()
  const [reading, setReading] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  const ask = async (action: OrderAction) => {
    setReading(true)
    const all = await chosen.read()
    setReading(false)
    if (!Array.isArray(all)) return toast.error(errorText(texts, all))
    const orders = targetsOf(all, action)
    if (orders.length === 0) return toast.error(t('bulkNothing'))
    return setAsking({ action, orders, leftOut: all.length - orders.length })
  }
  return (
    <section aria-label={t('bulkActions')} className="channel-bulk">
      {chosen.count > 0 && (
        <BulkBar
          allowed={allowed}
          busy={reading || progress !== null}
          chosen={chosen}
          onAsk={(action) => void ask(action)}
        />
      )}
      <div aria-live="polite" className="channel-bulk__progress" role="status">
        {progress && (
          <>
            <progress aria-hidden="true" max={progress.count} value={progress.done} />
            {t('bulkProgress', { done: number(progress.done), count: number(progress.count) })}
          </>
        )}
        {report && <BulkResult onClose={dismiss} report={report} slug={slug} />}
      </div>
      {asking && (
        <BulkDialog
          asking={asking}
          onAnswer={(reason) => {
            setAsking(null)
            void run(asking.orders, asking.action, reason)
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  )
}

type BarProps = {
  allowed: OrderAction[]
  busy: boolean
  chosen: Pick<ReturnType<typeof useChosenOrders>, 'count' | 'onAllPages' | 'onPage'>
  onAsk: (action: OrderAction) => void
}

const BulkBar = ({ allowed, busy, chosen: { count, onAllPages, onPage }, onAsk }: BarProps) => {
  const { number, t } = useText()
  // The states of those on other pages are not known yet.
  const possible = allowed.filter((action) => onAllPages || targetsOf(onPage, action).length > 0)
  const tooMany = count > MOST_AT_ONCE
  const name = (action: OrderAction) => {
    const values = { action: t(`do.${action}`), count: number(targetsOf(onPage, action).length) }
    return t(onAllPages ? 'bulkAsk' : 'bulkButton', values)
  }
  return (
    <div className="channel-bulk__bar">
      <span>{t(onAllPages ? 'selectedOnAllPages' : 'selected', { count: number(count) })}</span>
      {tooMany && (
        <span className="channel-hint">{t('bulkTooMany', { most: number(MOST_AT_ONCE) })}</span>
      )}
      {possible.length === 0 && <span className="channel-hint">{t('bulkNothing')}</span>}
      {!tooMany &&
        possible.map((action) => (
          <Button
            buttonStyle={prominent.includes(action) ? 'primary' : 'secondary'}
            disabled={busy}
            extraButtonProps={{ 'data-action': action }}
            key={action}
            margin={false}
            onClick={() => onAsk(action)}
            size="small"
          >
            {name(action)}
          </Button>
        ))}
    </div>
  )
}

type DialogProps = { asking: Asking; onAnswer: (reason?: string) => void; onClose: () => void }

const BulkDialog = ({ asking: { action, leftOut, orders }, onAnswer, onClose }: DialogProps) => {
  const { number, t } = useText()
  const values = { action: t(`do.${action}`), count: number(orders.length) }
  const question = questionBefore(action, true) ?? 'confirm'
  return (
    <AskDialog
      confirm={t('bulkButton', values)}
      hint={question === 'confirm' ? t('bulkApproveHint') : undefined}
      onAnswer={onAnswer}
      onClose={onClose}
      question={question}
      title={t('bulkTitle', values)}
    >
      <BulkFigures leftOut={leftOut} orders={orders} />
    </AskDialog>
  )
}
