'use client'

import { Button } from '@payloadcms/ui'
import type { RefObject } from 'react'

import type { FieldErrors } from '../errorsByField'
import { OrderLineFields } from './OrderLineFields'
import { Panel } from '../ui/Panel'
import type { DraftEditor } from './useDraft'
import { useFocusOnLine } from './useFocusOnLine'
import type { Offers } from './useOffers'
import { useText } from '../useText'

type Props = {
  editor: DraftEditor
  errors: FieldErrors
  form: RefObject<HTMLElement | null>
  list: Offers
  maxLines: number
}

/** The lines of the form: adding, copying and removing them keeps the focus where one goes on. */
export const OrderLinesEditor = ({ editor, errors, form, list, maxLines }: Props) => {
  const { t } = useText()
  const focusLine = useFocusOnLine(form)
  const { lines } = editor.draft
  return (
    <Panel title={t('lines')}>
      <PriceListState list={list} />
      {lines.length === 0 && <p className="channel-empty">{t('noLines')}</p>}
      {lines.map((line, index) => (
        <OrderLineFields
          key={line.key}
          currency={list.currency}
          errors={errors[line.key] ?? {}}
          line={line}
          number={index + 1}
          offers={list.offers}
          onChange={(changes) => editor.setLine(line.key, changes)}
          onDuplicate={() => focusLine(editor.duplicateLine(line.key))}
          onRemove={() => focusLine(editor.removeLine(line.key))}
        />
      ))}
      {errors.form?.items && (
        <p className="channel-field__error" data-form-error tabIndex={-1}>
          {errors.form.items}
        </p>
      )}
      <Button
        buttonStyle="secondary"
        className="channel-add-line"
        disabled={lines.length >= maxLines}
        margin={false}
        onClick={() => focusLine(editor.addLine())}
        size="medium"
      >
        {t('addLine')}
      </Button>
    </Panel>
  )
}

const PriceListState = ({ list }: { list: Offers }) => {
  const { t } = useText()
  if (list.state === 'loading') return <p className="channel-empty">{t('pricesLoading')}</p>
  if (list.state === 'failed')
    return <p className="channel-note channel-note--error">{t('pricesFailed')}</p>
  return list.offers.length === 0 ? <p className="channel-empty">{t('pricesEmpty')}</p> : null
}
