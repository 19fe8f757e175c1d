import type { PayloadRequest } from 'payload'

import { expiryOf } from '../../domain/products/licenseTypes'
import { moveLicense } from '../../operations/licenses/moveLicense'
import { recordPurchase } from '../../operations/licenses/recordPurchase'
import { daysAfter } from './daysAfter'
import { seedDeployment } from './seedDeployment'
import { seedUsage } from './seedUsage'
import type { Life } from './life'

type Step = { at: Date; run: (req: PayloadRequest) => Promise<unknown> }

/** Whatever happened to a license until the present, in the order in which it happened. */
export const seedLife = async (req: PayloadRequest, life: Life, now: Date): Promise<void> => {
  const deployed = await seedDeployment(req, life, now)
  const steps = [
    ...(deployed ? inUse(life, deployed) : []),
    ...growth(life),
    ...renewals(life, now),
    ...stop(life, now),
  ]
  for (const { at, run } of steps.sort((a, b) => a.at.getTime() - b.at.getTime()))
    if (at <= now) await run(req)
  if (deployed) await seedUsage(req, life, deployed, now)
}

const inUse = ({ license }: Life, deployedAt: Date): Step[] => {
  const usedAt = daysAfter(deployedAt, 1)
  const data = { deployedAt: deployedAt.toISOString() }
  return [
    { at: deployedAt, run: (req) => moveLicense(req, license.id, 'deploy', { data }, deployedAt) },
    { at: usedAt, run: (req) => moveLicense(req, license.id, 'use', {}, usedAt) },
  ]
}

const reasons = {
  suspend: 'The invoice is overdue.',
  terminate: 'The customer has closed the site.',
}

const stop = ({ index, license, startsAt, story }: Life, now: Date): Step[] => {
  const { stopped } = story
  const at = daysAfter(now, -9)
  if (index > 0 || stopped === 'nothing' || at < startsAt) return []
  const detail = { reason: reasons[stopped] }
  return [{ at, run: (req) => moveLicense(req, license.id, stopped, detail, at) }]
}

/** More of the same, or something bigger. */
const growth = (life: Life): Step[] => {
  const { expandedAfter, upgradedAfter } = life.story
  const users = Math.ceil((life.license.limits?.users ?? 10) / 5)
  const limits = { workspaces: 1, users }
  const steps: Step[] = []
  if (expandedAfter !== null)
    steps.push(
      purchase(life, expandedAfter, { type: 'expansion', limits }, 0.25, 'New team on board.'),
    )
  if (upgradedAfter !== null)
    steps.push(
      purchase(life, upgradedAfter, { type: 'upgrade', sku: 'ENT-SUITE' }, 3, 'Outgrew the plan.'),
    )
  return steps
}

type Bought = { type: 'expansion' | 'upgrade'; limits?: object; sku?: string }

const purchase = (life: Life, after: number, bought: Bought, share: number, note: string): Step => {
  const at = daysAfter(life.startsAt, after)
  const { currency, license, yearlyPrice } = life
  const amount = Math.round(yearlyPrice * share)
  const input = { license: String(license.id), ...bought, amount, currency, note }
  return { at, run: (req) => recordPurchase(req, input, null, at) }
}

/** Renewed for a year each time, early or late; or expired when its time was over. */
const renewals = (life: Life, now: Date): Step[] => {
  const { currency, license, startsAt, story, yearlyPrice } = life
  const { durationYears, licenseType, renewedAfter } = story
  const steps: Step[] = []
  let expiry = expiryOf(licenseType, startsAt, durationYears)
  while (expiry && expiry <= daysAfter(now, 30)) {
    const end = expiry
    const at = renewedAfter === null ? null : daysAfter(end, renewedAfter)
    if (at === null || at > end)
      steps.push({ at: end, run: (req) => moveLicense(req, license.id, 'expire', {}, end) })
    if (at === null) break
    const input = {
      license: String(license.id),
      type: 'renewal' as const,
      durationYears: 1,
      amount: yearlyPrice,
      currency,
    }
    steps.push({ at, run: (req) => recordPurchase(req, input, null, at) })
    expiry = expiryOf(licenseType, at > end ? at : end, 1)
  }
  return steps
}
