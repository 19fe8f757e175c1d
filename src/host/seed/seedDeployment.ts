import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { newId } from '../../database/newId'
import { readRows } from '../../database/readRows'
import { deploymentTitle } from '../../domain/deployments/deploymentRules'
import { idOf } from '../../domain/idOf'
import { createLogged } from '../../operations/changeLog/createLogged'
import { moveDeployment } from '../../operations/deployments/moveDeployment'
import { scheduleDeployment } from '../../operations/deployments/scheduleDeployment'
import type { Engineer } from '../../payload-types'
import { daysAfter } from './daysAfter'
import type { Life } from './life'

/** Only these need somebody who installs them; the rest is switched on. */
const installed = ['ENT-SUITE', 'PRO-TEAM']

const versions = ['4.2.0', '4.6.1', '5.0.3', '5.1.0']

/**
 * The deployment of a license: done in the past, or still to come. Every ninth one failed at first.
 * @returns since when it has been running at the customer; `null` = it isn't yet
 */
export const seedDeployment = async (
  req: PayloadRequest,
  life: Life,
  now: Date,
): Promise<Date | null> => {
  const { license, region, startsAt, story } = life
  const { deployedAfter, orderedDaysAgo, sku } = story
  if (!installed.includes(sku)) return deployedAfter === null ? null : daysAfter(startsAt, 1)
  const doneAt = deployedAfter === null ? null : daysAfter(startsAt, deployedAfter)
  if (doneAt && doneAt <= now) {
    const engineer = await engineerOf(req, life)
    const rows = [
      ...((orderedDaysAgo + life.index) % 9 === 0
        ? [rowOf(req, life, engineer, doneAt, true)]
        : []),
      rowOf(req, life, engineer, doneAt, false),
    ]
    await createLogged(req, slugsOf(req.payload).deployments, rows, daysAfter(startsAt, 1))
    return doneAt
  }
  if (license.expiresAt && new Date(license.expiresAt) <= now) return null
  const { id } = await scheduleDeployment(req, {
    license: license.licenseId as string,
    environment: 'production',
    version: versions.at(-1),
    scheduledAt: daysAfter(now, 2 + (orderedDaysAgo % 12)).toISOString(),
    region: region,
    assign: 'auto',
  })
  if (orderedDaysAgo % 2 === 0) await moveDeployment(req, id, 'start', {}, now)
  return null
}

const engineerOf = async (req: PayloadRequest, { index, region, story }: Life) => {
  const where = { region: { equals: region } }
  const options = { sort: 'name' }
  const all = await readRows<Engineer>(req, slugsOf(req.payload).engineers, where, options)
  return all[(story.orderedDaysAgo + index) % all.length] as Engineer
}

const rowOf = (
  req: PayloadRequest,
  { license, region, startsAt, story }: Life,
  engineer: Engineer,
  doneAt: Date,
  failed: boolean,
) => {
  const began = daysAfter(doneAt, failed ? -3 : -1)
  const ended = failed ? daysAfter(doneAt, -2) : doneAt
  return {
    id: newId(req.payload),
    title: deploymentTitle(license.licenseId as string, 'production'),
    license: license.id,
    state: failed ? 'failed' : 'completed',
    environment: 'production',
    version: versions[Math.floor((1_095 - story.orderedDaysAgo) / 300)],
    region,
    engineer: engineer.id,
    progress: failed ? 40 : 100,
    scheduledAt: began.toISOString(),
    startedAt: began.toISOString(),
    finishedAt: ended.toISOString(),
    failureReason: failed ? 'The customer’s firewall blocked the activation.' : null,
    failures: failed ? 1 : 0,
    failedAt: failed ? ended.toISOString() : null,
    failedBy: failed ? engineer.id : null,
    customer: idOf(license.customer),
    partner: idOf(license.partner),
    revision: 0,
    createdAt: startsAt.toISOString(),
    updatedAt: ended.toISOString(),
  }
}
