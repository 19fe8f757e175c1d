'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import {
  alertActions,
  alertMachine,
  type AlertAction,
  type AlertState,
} from '../../domain/alerts/alertMachine'
import '../channel.css'
import { useActedOn } from '../ui/useActedOn'
import { useCommand } from '../useCommand'
import { useMay } from '../useMay'
import { useText } from '../useText'
import { SnoozeDialog } from './SnoozeDialog'
import { useAlertTitle, type TitledAlert } from './useAlertTitle'

export type ActedAlert = TitledAlert & { id: number | string; state: AlertState }

type Props = {
  /** In a list; on the alert's own page it is the alert itself. */
  rowData?: ActedAlert
  onDone?: () => void
}

/** What the reader can do with an alert, in a row of the list as on its page. */
export const AlertActions = ({ onDone, rowData }: Props) => {
  const { t } = useText()
  const may = useMay()
  const alert = useActedOn(rowData)
  const { busy, run } = useCommand()
  const [snoozing, setSnoozing] = useState(false)
  const titleOf = useAlertTitle()
  if (!alert) return null
  const title = titleOf(alert)
  const actions = alertActions.filter(
    (action) => alertMachine.actions(alert.state).includes(action) && may('alerts', action),
  )
  const act = async (action: AlertAction, body = {}) => {
    setSnoozing(false)
    const done = t('actionDone', { action: t(`did.${action}`), order: title })
    if (await run({ path: `/v1/alerts/${alert.id}/${action}`, body, done })) onDone?.()
  }
  return (
    <div className="channel-actions">
      {actions.map((action) => (
        <Button
          aria-label={t('reasonTitle', { action: t(`do.${action}`), order: title })}
          buttonStyle="secondary"
          disabled={busy}
          extraButtonProps={{ 'data-action': action }}
          key={action}
          margin={false}
          onClick={() => (action === 'snooze' ? setSnoozing(true) : void act(action))}
          size="small"
        >
          {t(`do.${action}`)}
        </Button>
      ))}
      {snoozing && (
        <SnoozeDialog
          onClose={() => setSnoozing(false)}
          onSnooze={(until) => void act('snooze', { until })}
        />
      )}
    </div>
  )
}
