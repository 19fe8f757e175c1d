'use client'

import { useState, type ReactNode } from 'react'

import { FormDialog } from './FormDialog'
import { Labeled } from './fields/Labeled'
import type { Question } from '../orders/orderActionLook'
import { useText } from '../useText'

type Props = {
  title: string
  question: Question
  /** What one should know before: what follows, or who reads the reason. */
  hint?: string
  /** The button that goes ahead. */
  confirm: string
  /** What is decided on. */
  children?: ReactNode
  onAnswer: (reason?: string) => void
  onClose: () => void
}

/** Asks for a reason, or whether one is sure. */
export const AskDialog = ({
  children,
  confirm,
  hint,
  onAnswer,
  onClose,
  question,
  title,
}: Props) => {
  const { t } = useText()
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState(false)
  const answer = () => {
    if (question === 'confirm') return onAnswer()
    setMissing(!reason.trim())
    if (reason.trim()) return onAnswer(reason)
    return document.querySelector<HTMLElement>('dialog [name=reason]')?.focus()
  }
  return (
    <FormDialog confirm={confirm} onClose={onClose} onSubmit={answer} title={title}>
      {children}
      {question === 'confirm' ? (
        <p>{hint ?? t('cancelConfirm')}</p>
      ) : (
        <>
          <p className="channel-hint">{hint ?? t('reasonHint')}</p>
          <Labeled error={missing ? t('reasonMissing') : undefined} label={t('reason')}>
            {(field) => (
              <textarea
                {...field}
                autoFocus
                className="channel-input"
                maxLength={2000}
                name="reason"
                onChange={(event) => setReason(event.target.value)}
                rows={4}
                value={reason}
              />
            )}
          </Labeled>
        </>
      )}
    </FormDialog>
  )
}
