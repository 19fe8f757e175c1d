'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, type ReactNode } from 'react'

import { useText } from './useText'

type Props = {
  title: string
  /** The button that goes ahead; without it there is only one to close. */
  confirm?: string
  busy?: boolean
  onSubmit?: () => void
  onClose: () => void
  children: ReactNode
}

/**
 * A form above the page. The browser's own dialog: it keeps the focus inside, closes on Escape and
 * gives the focus back.
 */
export const FormDialog = ({ busy, children, confirm, onClose, onSubmit, title }: Props) => {
  const { t } = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <dialog aria-labelledby={id} className="channel-dialog" onClose={onClose} ref={dialog}>
      <form noValidate onSubmit={submit}>
        <h2 className="channel-panel__title" id={id}>
          {title}
        </h2>
        {children}
        <div className="channel-buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
            {t(confirm ? 'back' : 'close')}
          </Button>
          {confirm && (
            <Button
              disabled={busy}
              extraButtonProps={{ 'data-confirm': true }}
              margin={false}
              type="submit"
            >
              {confirm}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  )
}
