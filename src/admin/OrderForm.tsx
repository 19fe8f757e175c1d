'use client'

import { Button, toast } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import { AgreementField, type Agreement } from './AgreementField'
import type { ApiError } from './callApi'
import './channel.css'
import { errorText } from './errorText'
import { Labeled } from './Labeled'
import { fieldOf, isBlank, totalsOf, type Draft, type OrderView } from './orderDraft'
import { OrderLineFields } from './OrderLineFields'
import { OrderTotals } from './OrderTotals'
import { PartnerCard, type PartnerFacts } from './PartnerCard'
import { Panel } from './Panel'
import { useDraft } from './useDraft'
import { useOffers } from './useOffers'
import { useOrderSaving } from './useOrderSaving'
import { useText, type Texts } from './useText'

export type OrderFormProps = {
  /** The draft to go on with; `null` = a new order. */
  order: OrderView | null
  partner: PartnerFacts
  agreement: Agreement
  maxLines: number
  slug: string
}

/** What a partner fills in; prices and totals come from the same code that the server counts with. */
export const OrderForm = ({ agreement, maxLines, order, partner, slug }: OrderFormProps) => {
  const texts = useText()
  const { money, t } = texts
  const list = useOffers()
  const editor = useDraft(order)
  const { draft } = editor
  const form = useRef<HTMLDivElement>(null)
  const focusLine = useFocusOn(form)
  const totals = totalsOf(draft.lines, list.offers)
  const { busy, errors, save } = useOrderSaving({
    order,
    slug,
    maxLines,
    onSaved: (saved) => {
      editor.keep()
      if (saved.total === totals.total) return
      toast.info(t('pricesChanged', { total: money(saved.total, saved.currency) }))
      void list.reload()
    },
  })
  const wrong = errorsByField(errors, draft, texts)
  const submit = async (whole: boolean) => {
    if ((await save(draft, whole)).length > 0) focusFirstWrong(form.current)
  }
  return (
    <div className="channel-page channel-form" ref={form}>
      {order?.decisionReason && (
        <p className="channel-note channel-note--warning">
          {t('sentBack', { reason: order.decisionReason })}
        </p>
      )}
      <Panel hint={t('partnerDetailsHint')} title={t('partnerDetails')}>
        <PartnerCard partner={partner} />
      </Panel>
      <Panel title={t('lines')}>
        <PriceListState list={list} />
        {draft.lines.length === 0 && <p className="channel-empty">{t('noLines')}</p>}
        {draft.lines.map((line, index) => (
          <OrderLineFields
            key={line.key}
            currency={list.currency}
            errors={wrong[line.key] ?? {}}
            line={line}
            number={index + 1}
            offers={list.offers}
            onChange={(changes) => editor.setLine(line.key, changes)}
            onDuplicate={() => focusLine(editor.duplicateLine(line.key))}
            onRemove={() => focusLine(editor.removeLine(line.key))}
          />
        ))}
        {wrong.form?.items && (
          <p className="channel-field__error" data-form-error tabIndex={-1}>
            {wrong.form.items}
          </p>
        )}
        <Button
          buttonStyle="secondary"
          className="channel-add-line"
          disabled={draft.lines.length >= maxLines}
          margin={false}
          onClick={() => focusLine(editor.addLine())}
          size="medium"
        >
          {t('addLine')}
        </Button>
      </Panel>
      <div className="channel-columns">
        <Panel title={t('notes')}>
          <Labeled className="channel-field--bare" error={wrong.form?.notes} label={t('notes')}>
            {(field) => (
              <textarea
                {...field}
                className="channel-input"
                maxLength={4000}
                name="notes"
                onChange={(event) => editor.set({ notes: event.target.value })}
                rows={4}
                value={draft.notes}
              />
            )}
          </Labeled>
        </Panel>
        <Panel title={t('total')}>
          <OrderTotals currency={list.currency} live totals={totals} />
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
      <div aria-live="polite" className="channel-status" role="status">
        {busy ? t('saving') : errors.length > 0 ? t('fixFields') : ''}
      </div>
      <div className="channel-buttons">
        <Button
          buttonStyle="secondary"
          disabled={busy || draft.lines.every(isBlank)}
          margin={false}
          onClick={() => void submit(false)}
        >
          {t('saveDraft')}
        </Button>
        <Button disabled={busy} margin={false} onClick={() => void submit(true)}>
          {t('submitOrder')}
        </Button>
      </div>
    </div>
  )
}

const PriceListState = ({ list }: { list: ReturnType<typeof useOffers> }) => {
  const { t } = useText()
  if (list.state === 'loading') return <p className="channel-empty">{t('pricesLoading')}</p>
  if (list.state === 'failed')
    return <p className="channel-note channel-note--error">{t('pricesFailed')}</p>
  return list.offers.length === 0 ? <p className="channel-empty">{t('pricesEmpty')}</p> : null
}

/** Messages by the line's key, or `form`, and the field. */
const errorsByField = (errors: ApiError[], draft: Draft, texts: Texts) => {
  const found: Record<string, Record<string, string>> = {}
  for (const error of errors) {
    if (error.path === undefined) continue
    const { field, key } = fieldOf(draft, error.path) ?? { key: 'form', field: error.path }
    const fields = (found[key] ??= {})
    fields[field] ??= errorText(texts, error)
  }
  return found
}

const focusFirstWrong = (form: HTMLElement | null) =>
  // After React has shown the errors.
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid], [data-form-error]')?.focus())

/** Puts the focus on a line's first field once it is on the page, or on the button to add one. */
const useFocusOn = (form: React.RefObject<HTMLElement | null>) => {
  const [target, setTarget] = useState<{ key: string | undefined } | null>(null)
  useEffect(() => {
    if (!target) return
    const first = target.key && `[data-line="${target.key}"] select`
    form.current?.querySelector<HTMLElement>(first || '.channel-add-line')?.focus()
  }, [form, target])
  return (key: string | undefined) => setTarget({ key })
}
