'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRef } from 'react'

import { AgreementField, type Agreement } from '../agreements/AgreementField'
import type { ApiError } from '../callApi'
import '../channel.css'
import { EditConflictDialog } from './EditConflictDialog'
import { errorText } from '../errorText'
import { errorsByField } from '../errorsByField'
import { Labeled } from '../ui/fields/Labeled'
import { isBlank, totalsOf, type OrderView } from './orderDraft'
import { OrderLinesEditor } from './OrderLinesEditor'
import { OrderTotals } from './OrderTotals'
import { Panel } from '../ui/Panel'
import { PartnerCard, type PartnerFacts } from '../partners/PartnerCard'
import { PriceChangedDialog } from './PriceChangedDialog'
import { useDraft, type DraftEditor } from './useDraft'
import { useOffers, type Offers } from './useOffers'
import { generalFault, isFault, useOrderSaving } from './useOrderSaving'
import { useText } from '../useText'

export type OrderFormProps = {
  /** The draft to go on with; `null` = a new order. */
  order: OrderView | null
  partner: PartnerFacts
  agreement: Agreement
  maxLines: number
  slug: string
}

/** What a partner fills in; prices and totals come from the same code that the server counts with. */
export const OrderForm = (props: OrderFormProps) => {
  const { agreement, maxLines, order, partner } = props
  const { t } = useText()
  const list = useOffers()
  const editor = useDraft(order, agreement.version)
  const { draft } = editor
  // Until the prices are there, what the server counted last.
  const totals = list.state === 'ready' ? totalsOf(draft.lines, list.offers) : order
  const form = useRef<HTMLDivElement>(null)
  const { busy, errors, save } = useSaving(props, editor, list, totals?.total)
  const wrong = errorsByField(errors, draft, useText())
  const send = async (submit: boolean, total = totals?.total) => {
    if ((await save(draft, submit, total)).length > 0) focusFirstWrong(form.current)
  }
  return (
    <div className="channel-page" ref={form}>
      <SentBackNote reason={order?.decisionReason} />
      <Panel hint={t('partnerDetailsHint')} title={t('partnerDetails')}>
        <PartnerCard partner={partner} />
      </Panel>
      <OrderLinesEditor
        editor={editor}
        errors={wrong}
        form={form}
        list={list}
        maxLines={maxLines}
      />
      <div className="channel-columns">
        <NotesField editor={editor} error={wrong.form?.notes} />
        <Panel title={t('total')}>
          <OrderTotals
            currency={list.state === 'ready' ? list.currency : (order?.currency ?? list.currency)}
            live
            totals={totals}
          />
        </Panel>
      </div>
      <Panel title={t('agreement')}>
        <AgreementField
          agreement={agreement}
          checked={draft.agreementAcknowledged}
          error={wrong.form?.agreementAcknowledged}
          onChange={(agreementAcknowledged) => editor.set({ agreementAcknowledged })}
        />
      </Panel>
      <FormButtons
        busy={busy}
        empty={draft.lines.every(isBlank)}
        onSend={(submit) => void send(submit)}
        errors={errors}
      />
      <EditConflictDialog errors={errors} onLoad={() => loadTheirs(editor)} />
      <PriceChangedDialog errors={errors} onAgree={(total) => void send(true, total)} />
    </div>
  )
}

/** Nothing asks whether one is sure once more. */
const loadTheirs = (editor: DraftEditor) => {
  editor.keep()
  setTimeout(() => window.location.reload())
}

const SentBackNote = ({ reason }: { reason?: null | string }) => {
  const { t } = useText()
  if (!reason) return null
  return <p className="channel-note channel-note--warning">{t('sentBack', { reason })}</p>
}

/** What the form can do, and how the last attempt went. */
const FormButtons = ({
  busy,
  empty,
  errors,
  onSend,
}: {
  busy: boolean
  /** There is nothing to keep yet. */
  empty: boolean
  errors: ApiError[]
  onSend: (submit: boolean) => void
}) => {
  const texts = useText()
  const { t } = texts
  const general = generalFault(errors)
  const wrong = general ? errorText(texts, general) : errors.some(isFault) ? t('fixFields') : ''
  return (
    <>
      <div aria-live="polite" className="channel-status" role="status">
        {busy ? t('saving') : wrong}
      </div>
      <div className="channel-buttons">
        <Button
          buttonStyle="secondary"
          disabled={busy || empty}
          margin={false}
          onClick={() => onSend(false)}
        >
          {t('saveDraft')}
        </Button>
        <Button disabled={busy} margin={false} onClick={() => onSend(true)}>
          {t('submitOrder')}
        </Button>
      </div>
    </>
  )
}

/** Saving, and saying so where the server counted otherwise than the page did. */
const useSaving = (
  { maxLines, order, slug }: OrderFormProps,
  editor: DraftEditor,
  list: Offers,
  shownTotal: number | undefined,
) => {
  const { money, t } = useText()
  const onSaved = (saved: OrderView) => {
    editor.keep()
    if (shownTotal === undefined || saved.total === shownTotal) return
    toast.info(t('pricesChanged', { total: money(saved.total, saved.currency) }))
    void list.reload()
  }
  return useOrderSaving({ order, slug, maxLines, onSaved })
}

const NotesField = ({ editor, error }: { editor: DraftEditor; error?: string }) => {
  const { t } = useText()
  return (
    <Panel title={t('notes')}>
      <Labeled className="channel-field--bare" error={error} label={t('notes')}>
        {(field) => (
          <textarea
            {...field}
            className="channel-input"
            maxLength={4000}
            name="notes"
            onChange={(event) => editor.set({ notes: event.target.value })}
            rows={4}
            value={editor.draft.notes}
          />
        )}
      </Labeled>
    </Panel>
  )
}

const focusFirstWrong = (form: HTMLElement | null) =>
  // After React has shown the errors.
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid], [data-form-error]')?.focus())
