/** What each group of routes is about, in the order of the documentation. */
export const apiTags: Record<string, string> = {
  Authentication: 'Logging in and out as a user of a partner.',
  Partners: 'What a partner may order, and at which prices.',
  'Partner orders': 'Orders as partners place and follow them.',
  'Order review': 'What staff do with orders. Approval issues the licenses.',
  Licenses: 'Licenses, from their creation to their end.',
  Purchases: 'What was bought for a license: the ledger that its limits and dates follow from.',
  Deployments: 'Licenses on their way into use, and the engineers who bring them there.',
  Usage: 'What deployed systems report of themselves.',
  Certificates: 'Whether a license is valid: asked here, or checked offline.',
  Alerts: 'What needs attention: expiry, use above the limits, no or irregular use.',
  Customers: 'Those who use the licenses.',
  Resellers: 'The partners, for staff.',
  'Sales reps': 'Our own people who sell.',
  Engineers: 'Our own people who deploy.',
  Statistics: 'Figures, computed of what the caller may see.',
  System: 'For administrators: what runs in the background.',
}
