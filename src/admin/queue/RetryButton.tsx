'use client'

import { Button } from '@payloadcms/ui'

import type { SlugKey } from '../../slugs'
import { useActedOn } from '../ui/useActedOn'
import { useCommand } from '../useCommand'
import { useMay } from '../useMay'
import { useText } from '../useText'

export type Queued = { id: number | string; state?: string; status?: string }

type Props = { resource: SlugKey; path: string; rowData?: Queued }

/** Queues anew what the workers have given up. */
export const RetryButton = ({ path, resource, rowData }: Props) => {
  const { t } = useText()
  const may = useMay()
  const { busy, run } = useCommand()
  const queued = useActedOn(rowData)
  const parked = (queued?.state ?? queued?.status) === 'parked'
  if (!queued || !parked || may(resource, 'read') !== true) return null
  const retry = () => run({ path: `/v1/${path}/${queued.id}/retry`, done: t('queuedAnew') })
  return (
    <Button
      buttonStyle="secondary"
      disabled={busy}
      extraButtonProps={{ 'data-action': 'retry' }}
      margin={false}
      onClick={() => void retry()}
      size="small"
    >
      {t('tryAgain')}
    </Button>
  )
}
