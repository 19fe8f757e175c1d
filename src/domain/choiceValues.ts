/** The values of select fields that have no machine of their own, as they are stored and sent. */
export const partnerTypes = [
  'reseller',
  'dealer',
  'distributor',
  'salon',
  'stand',
  'white_label',
  'affiliate',
] as const

export const activities = ['ACTIVE', 'INACTIVE'] as const

export const environments = ['production', 'staging', 'test'] as const
