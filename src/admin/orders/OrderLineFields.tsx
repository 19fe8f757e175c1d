'use client'

import { Button } from '@payloadcms/ui'

import { licenseTypeChoices } from '../../../collections/choices'
import { expiryOf, type LicenseType } from '../../domain/products/licenseTypes'
import { MAX_QUANTITY, MAX_YEARS } from '../../domain/products/licenseTypes'
import { choiceName } from '../ui/fields/choiceName'
import { Labeled } from '../ui/fields/Labeled'
import { LineAmountsText } from './LineAmountsText'
import { amountsOf, typesOf, type DraftLine, type Offer } from './orderDraft'
import { useText } from '../useText'

type Props = {
  line: DraftLine
  number: number
  currency: string
  offers: Offer[]
  /** By field. */
  errors: Record<string, string>
  onChange: (changes: Partial<DraftLine>) => void
  onDuplicate: () => void
  onRemove: () => void
}

/** A license that never ends has no years to choose. */
const endless = (type: string) =>
  type !== '' && expiryOf(type as LicenseType, new Date(0), 1) === null

export const OrderLineFields = ({ number, onDuplicate, onRemove, ...props }: Props) => {
  const { t } = useText()
  const { currency, line, offers } = props
  return (
    <fieldset className="channel-line" data-line={line.key}>
      <legend className="channel-line__legend">{t('line', { number })}</legend>
      <div className="channel-line__fields">
        <ProductFields {...props} />
        <AmountFields {...props} />
        <EndUserFields {...props} />
      </div>
      <div className="channel-line__foot">
        <LineAmountsText amounts={amountsOf(line, offers)} currency={currency} />
        <span className="channel-line__buttons">
          <Button
            aria-label={t('duplicateLine', { number })}
            buttonStyle="subtle"
            margin={false}
            onClick={onDuplicate}
            size="small"
          >
            {t('duplicate')}
          </Button>
          <Button
            aria-label={t('removeLine', { number })}
            buttonStyle="subtle"
            margin={false}
            onClick={onRemove}
            size="small"
          >
            {t('remove')}
          </Button>
        </span>
      </div>
    </fieldset>
  )
}

/** Stands for the product of a line that is not sold any more, whose SKU another may have. */
const GONE = '-'

type FieldsProps = Omit<Props, 'number' | 'onDuplicate' | 'onRemove'>

const ProductFields = ({ errors, line, offers, onChange }: FieldsProps) => {
  const { language, t } = useText()
  // By SKU, as one knows them; a line keeps its product, whatever becomes of the SKU.
  const products = new Map(offers.map(({ product }) => [product.sku, product]))
  const chosen = offers.find(({ product }) => product.id === line.product)?.product.sku
  const types = typesOf(line.product, offers)
  const chooseProduct = (sku: string) => {
    const product = products.get(sku)?.id ?? ''
    const offered = typesOf(product, offers)
    const kept = offered.find((type) => type === line.licenseType) ?? offered[0] ?? ''
    const years = endless(kept) && { durationYears: '1' }
    onChange({ product, sku, licenseType: kept, ...years })
  }
  return (
    <>
      <Labeled className="channel-field--wide" error={errors.sku} label={t('product')}>
        {(field) => (
          <select
            {...field}
            className="channel-input"
            name="sku"
            onChange={(event) => chooseProduct(event.target.value)}
            value={chosen ?? (line.sku && GONE)}
          >
            <option value="">{t('chooseProduct')}</option>
            {line.sku && !chosen && <option value={GONE}>{line.sku}</option>}
            {[...products].map(([sku, { name }]) => (
              <option key={sku} value={sku}>
                {`${name} (${sku})`}
              </option>
            ))}
          </select>
        )}
      </Labeled>
      <Labeled error={errors.licenseType} label={t('licenseType')}>
        {(field) => (
          <select
            {...field}
            className="channel-input"
            disabled={types.length === 0}
            name="licenseType"
            onChange={({ target: { value } }) =>
              onChange({ licenseType: value, ...(endless(value) && { durationYears: '1' }) })
            }
            value={line.licenseType}
          >
            <option value="">{t('chooseLicenseType')}</option>
            {types.map((type) => (
              <option key={type} value={type}>
                {choiceName(licenseTypeChoices, type, language)}
              </option>
            ))}
          </select>
        )}
      </Labeled>
    </>
  )
}

const AmountFields = ({ errors, line, onChange }: FieldsProps) => {
  const { t } = useText()
  const whole = {
    className: 'channel-input',
    type: 'number',
    inputMode: 'numeric',
    min: 1,
    step: 1,
  }
  return (
    <>
      <Labeled error={errors.quantity} label={t('quantity')}>
        {(field) => (
          <input
            {...field}
            {...(whole as object)}
            max={MAX_QUANTITY}
            name="quantity"
            onChange={(event) => onChange({ quantity: event.target.value })}
            value={line.quantity}
          />
        )}
      </Labeled>
      <Labeled error={errors.durationYears} label={t('years')}>
        {(field) => (
          <input
            {...field}
            {...(whole as object)}
            disabled={endless(line.licenseType)}
            max={MAX_YEARS}
            name="durationYears"
            onChange={(event) => onChange({ durationYears: event.target.value })}
            value={line.durationYears}
          />
        )}
      </Labeled>
    </>
  )
}

const EndUserFields = ({ errors, line, onChange }: FieldsProps) => {
  const { t } = useText()
  return (
    <>
      <Labeled className="channel-field--wide" error={errors.endUserName} label={t('endUser')}>
        {(field) => (
          <input
            {...field}
            autoComplete="off"
            className="channel-input"
            maxLength={200}
            name="endUserName"
            onChange={(event) => onChange({ endUserName: event.target.value })}
            value={line.endUserName}
          />
        )}
      </Labeled>
      <Labeled
        className="channel-field--wide"
        error={errors.endUserEmail}
        label={t('endUserEmail')}
      >
        {(field) => (
          <input
            {...field}
            autoComplete="off"
            className="channel-input"
            maxLength={254}
            name="endUserEmail"
            onChange={(event) => onChange({ endUserEmail: event.target.value })}
            type="email"
            value={line.endUserEmail}
          />
        )}
      </Labeled>
    </>
  )
}
