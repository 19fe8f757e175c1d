'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { idOf, type Id, type Link } from '../../domain/idOf'
import { AskDialog } from '../ui/AskDialog'
import '../channel.css'
import { useActedOn } from '../ui/useActedOn'
import { useCommand } from '../useCommand'
import { useLoad } from '../ui/useLoad'
import { useMay } from '../useMay'
import { useText } from '../useText'

/** In a list; on the purchase's own page it is the purchase itself. */
type Props = { rowData?: { id: Id; reverses?: Link; type: string } }

/** Undoes a purchase; not the one that a license began with, nor what is or does an undoing. */
export const PurchaseActions = ({ rowData }: Props) => {
  const { t } = useText()
  const may = useMay()
  const purchase = useActedOn(rowData)
  const { busy, run } = useCommand()
  const [asking, setAsking] = useState(false)
  const isOpen =
    purchase !== null &&
    purchase.type !== 'new' &&
    idOf(purchase.reverses) === null &&
    Boolean(may('purchases', 'create'))
  const { load, reload } = useLoad<{ docs: unknown[] }>(
    isOpen ? `/v1/purchases?where[reverses][equals]=${purchase.id}&limit=1` : null,
  )
  if (!isOpen || load.status !== 'ready' || load.data.docs.length > 0) return null
  const undo = async (reason?: string) => {
    setAsking(false)
    const path = `/v1/purchases/${purchase.id}/reverse`
    if (await run({ path, body: { reason }, done: t('purchaseUndone') })) reload()
  }
  return (
    <div className="channel-actions">
      <Button
        buttonStyle="secondary"
        disabled={busy}
        extraButtonProps={{ 'data-action': 'reverse' }}
        margin={false}
        onClick={() => setAsking(true)}
        size="small"
      >
        {t('undoPurchase')}
      </Button>
      {asking && (
        <AskDialog
          confirm={t('undoPurchase')}
          hint={t('hint.undoPurchase')}
          onAnswer={(reason) => void undo(reason)}
          onClose={() => setAsking(false)}
          question="reason"
          title={t('undoPurchase')}
        />
      )}
    </div>
  )
}
