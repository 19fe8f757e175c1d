'use client'

import { licenseTypeChoices } from '../../../collections/choices'
import type { LicenseType } from '../../domain/products/licenseTypes'
import { Choices } from '../ui/fields/Choices'
import { Loaded } from '../ui/Loaded'
import { useText } from '../useText'
import type { ChosenProduct } from './operationsDraft'
import type { StepProps } from './stepProps'
import { useProducts } from './useProducts'

/** What the license is for, and of what type it is. */
export const ProductStep = ({ draft, faults, onChange }: StepProps) => {
  const { language, t } = useText()
  const products = useProducts()
  const choose = (product: ChosenProduct) =>
    onChange({
      product,
      workspaces: String(product.limits.workspaces),
      users: String(product.limits.users),
    })
  return (
    <>
      <Loaded {...products}>
        {(found) =>
          found.length === 0 ? (
            <p className="channel-empty">{t('noProducts')}</p>
          ) : (
            <fieldset className="channel-cards">
              <legend className="channel-hidden">{t('product')}</legend>
              {found.map((product) => (
                <label className="channel-card" key={product.sku}>
                  <input
                    aria-invalid={faults.product ? true : undefined}
                    checked={draft.product?.sku === product.sku}
                    name="sku"
                    onChange={() => choose(product)}
                    type="radio"
                    value={product.sku}
                  />
                  <span className="channel-card__name">{product.name}</span>
                  <span className="channel-hint channel-card__hint">
                    {`${product.sku} · ${product.productType}`}
                  </span>
                </label>
              ))}
            </fieldset>
          )
        }
      </Loaded>
      {faults.product && <p className="channel-field__error">{t(faults.product)}</p>}
      <Choices<LicenseType>
        label={t('licenseType')}
        onChoose={(licenseType) => onChange({ licenseType })}
        options={licenseTypeChoices.map(
          ([value, en, zh]) => [value, language === 'zh' ? zh : en] as const,
        )}
        value={draft.licenseType}
      />
    </>
  )
}
