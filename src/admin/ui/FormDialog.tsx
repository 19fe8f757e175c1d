'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

import { useText } from '../useText'

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
 * gives the focus back. Outside of the page's own form, which a form can't be in.
 */
export const FormDialog = ({ busy, children, confirm, onClose, onSubmit, title }: Props) => {
  const { t } = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: React.FormEvent) => {
    event.preventDefault()
    // React's events go the way of the components: the form around the button would be submitted too.
    event.stopPropagation()
    onSubmit?.()
  }
  return createPortal(
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
    </dialog>,
    document.body,
  )
}
