'use client'

import { errorText } from '../errorText'
import { Instant } from '../ui/Instant'
import type { ChosenProduct } from '../operationsCenter/operationsDraft'
import { useText } from '../useText'
import type { LicensePage } from './loadLicensePage'
import type { PurchasePreview } from './purchaseDraft'

type Props = {
  page: LicensePage
  preview: PurchasePreview | null
  products: ChosenProduct[]
}

/** What the license is now and what it would be then. */
export const PurchasePreviewText = ({ page, preview, products }: Props) => {
  const texts = useText()
  const { number, t } = texts
  if (!preview) return <p className="channel-hint">{t('purchaseChangesNothing')}</p>
  const { after, fault } = preview
  const { expiresAt, limits, product } = page
  const change = (from: number, to: number) =>
    from === to ? number(to) : t('fromTo', { from: number(from), to: number(to) })
  const next = products.find(({ id }) => id === String(after.product))
  return (
    <section aria-label={t('afterPurchase')} aria-live="polite" className="channel-preview">
      <dl className="channel-facts">
        <div>
          <dt>{t('expires')}</dt>
          <dd data-preview="expiresAt">
            <Day at={expiresAt} />
            {after.expiresAt !== expiresAt && (
              <>
                {' → '}
                <Day at={after.expiresAt} />
              </>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('workspaces')}</dt>
          <dd data-preview="workspaces">{change(limits.workspaces, after.workspaces)}</dd>
        </div>
        <div>
          <dt>{t('users')}</dt>
          <dd data-preview="users">{change(limits.users, after.users)}</dd>
        </div>
        {next && next.id !== product?.id && (
          <div>
            <dt>{t('product')}</dt>
            <dd>{t('fromTo', { from: product?.name ?? '', to: next.name })}</dd>
          </div>
        )}
      </dl>
      {fault && <p className="channel-field__error">{errorText(texts, fault)}</p>}
    </section>
  )
}

const Day = ({ at }: { at: null | string }) => {
  const { t } = useText()
  return at ? <Instant at={at} dateOnly /> : <>{t('never')}</>
}
