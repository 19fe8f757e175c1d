'use client'

import { environmentChoices, licenseTypeChoices } from '../../../collections/choices'
import { choiceName } from '../ui/fields/choiceName'
import { Instant } from '../ui/Instant'
import { localToInstant } from '../ui/localTime'
import { parseAmount } from '../ui/fields/parseAmount'
import type { TextKey } from '../texts'
import { useText } from '../useText'
import { ends } from './operationsDraft'
import type { StepProps } from './stepProps'

/** Everything once more before it is written. */
export const ReviewStep = ({ draft }: StepProps) => {
  const { language, money, t } = useText()
  const amount = parseAmount(draft.amount, draft.currency)
  const at = draft.deploys ? localToInstant(draft.deployment.scheduledAt) : null
  const facts: [TextKey, React.ReactNode][] = [
    ['product', draft.product?.name],
    ['licenseType', choiceName(licenseTypeChoices, draft.licenseType, language)],
    ['customer', draft.customer?.name ?? t('createNamed', { name: draft.customerName })],
    ['reseller', draft.partner?.name],
    ['salesRep', draft.salesRep?.name],
    ['workspaces', draft.workspaces],
    ['users', draft.users],
    ['years', ends(draft.licenseType) ? draft.durationYears : t('never')],
    ['amount', amount === null ? null : money(amount, draft.currency)],
    [
      'deployment',
      at && (
        <>
          {choiceName(environmentChoices, draft.deployment.environment, language)},{' '}
          <Instant at={at} />
        </>
      ),
    ],
  ]
  return (
    <dl className="channel-facts">
      {facts.map(
        ([key, value]) =>
          value && (
            <div key={key}>
              <dt>{t(key)}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  )
}
