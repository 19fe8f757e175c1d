'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import { Labeled } from './Labeled'
import type { Question } from './orderActionLook'
import { useText } from './useText'

/**
 * Asks for a reason, or whether one is sure. The browser's own dialog: it keeps the focus inside,
 * closes on Escape and gives the focus back.
 */
export const AskDialog = ({
  confirm,
  onAnswer,
  onClose,
  question,
  title,
}: {
  title: string
  question: Question
  /** The button that goes ahead. */
  confirm: string
  onAnswer: (reason?: string) => void
  onClose: () => void
}) => {
  const { t } = useText()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const answer = (event: React.FormEvent) => {
    event.preventDefault()
    if (question === 'confirm') return onAnswer()
    setMissing(!reason.trim())
    if (reason.trim()) return onAnswer(reason)
    return dialog.current?.querySelector('textarea')?.focus()
  }
  return (
    <dialog aria-labelledby={id} className="channel-dialog" onClose={onClose} ref={dialog}>
      <form onSubmit={answer}>
        <h2 className="channel-panel__title" id={id}>
          {title}
        </h2>
        {question === 'confirm' ? (
          <p>{t('cancelConfirm')}</p>
        ) : (
          <ReasonField missing={missing} onChange={setReason} reason={reason} />
        )}
        <div className="channel-buttons">
          <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
            {t('back')}
          </Button>
          <Button extraButtonProps={{ 'data-confirm': true }} margin={false} type="submit">
            {confirm}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

const ReasonField = ({
  missing,
  onChange,
  reason,
}: {
  reason: string
  missing: boolean
  onChange: (reason: string) => void
}) => {
  const { t } = useText()
  return (
    <>
      <p className="channel-hint">{t('reasonHint')}</p>
      <Labeled error={missing ? t('reasonMissing') : undefined} label={t('reason')}>
        {(field) => (
          <textarea
            {...field}
            autoFocus
            className="channel-input"
            maxLength={2000}
            name="reason"
            onChange={(event) => onChange(event.target.value)}
            rows={4}
            value={reason}
          />
        )}
      </Labeled>
    </>
  )
}
