'use client'

import { paymentTermsChoices } from '../../../collections/choices'
import { choiceName } from '../ui/fields/choiceName'
import type { TextKey } from '../texts'
import { useText } from '../useText'

export type PartnerFacts = {
  id: string
  name: string
  contactName: string
  email: string
  phone: string
  address: string
  tier: string
  paymentTerms: string
}

const facts: [keyof PartnerFacts, TextKey][] = [
  ['contactName', 'contact'],
  ['email', 'email'],
  ['phone', 'phone'],
  ['address', 'address'],
  ['tier', 'tier'],
]

/** Who orders; what is not known is left out. */
export const PartnerCard = ({ partner }: { partner: PartnerFacts }) => {
  const { language, t } = useText()
  const known = facts.filter(([fact]) => partner[fact])
  return (
    <dl className="channel-facts">
      <div>
        <dt>{t('partner')}</dt>
        <dd>{partner.name}</dd>
      </div>
      {known.map(([fact, key]) => (
        <div key={fact}>
          <dt>{t(key)}</dt>
          <dd>{partner[fact]}</dd>
        </div>
      ))}
      <div>
        <dt>{t('paymentTerms')}</dt>
        <dd>{choiceName(paymentTermsChoices, partner.paymentTerms, language)}</dd>
      </div>
    </dl>
  )
}
