import { applyPurchase, beginningTerms, lastingPurchases, type Purchase } from './purchases'

/** A renewal that holds, with the expiry that it followed up. */
export type Renewal<P> = { purchase: P; due: string }

/**
 * The renewals of a license that nobody undid, each with the expiry that it put off as the ledger is
 * replayed: undoing one moves all that came after it, whatever the rows said when they were written.
 * @param startsAt the license's start, ISO UTC
 */
export const renewalsOf = <P extends Purchase>(startsAt: string, purchases: P[]): Renewal<P>[] => {
  const renewals: Renewal<P>[] = []
  let terms = beginningTerms(startsAt, purchases)
  for (const purchase of lastingPurchases(purchases.slice(1))) {
    if (purchase.type === 'renewal' && terms.expiresAt !== null)
      renewals.push({ purchase, due: terms.expiresAt })
    terms = applyPurchase(terms, purchase)
  }
  return renewals
}
