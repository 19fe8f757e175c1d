import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { writeUsage } from './writeUsage'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import { licenseMachine } from '../../domain/licenses/licenseMachine'
import { licenseIdPattern } from '../../domain/numbers'
import {
  dayKeyOf,
  dayOf,
  reportedInstant,
  reportKeyOf,
  type UsageInput,
} from '../../domain/usage/usage'
import type { License, UsageReport } from '../../payload-types'
import { moveLicense } from '../licenses/moveLicense'
import { matchesUsageKey } from './usageKey'

export type UsageReceipt = { duplicate: boolean; licenseId: string; reportedAt: string }

/** So many reports of one license may come within a millisecond without an instant of their own. */
const INSTANTS = 100

/**
 * Takes a usage report from a deployed system, which shows its license's key and is no user: all of
 * it is written as the system. The first one puts the license in use.
 * @throws INVALID_LICENSE_KEY for a wrong or revoked key and an unknown license alike; INVALID_INPUT;
 * LICENSE_NOT_STARTED; DUPLICATE when another report of the same instant gave other figures
 */
export const reportUsage = async (
  req: PayloadRequest,
  licenseId: string,
  key: string,
  input: UsageInput,
  now: Date,
): Promise<UsageReceipt> => {
  const license = await readRow<License>(req, slugsOf(req.payload).licenses, {
    licenseId: { equals: licenseIdPattern.test(licenseId) ? licenseId : '' },
  })
  if (!matchesUsageKey(key, license?.usageKeyHash) || !license)
    throw new ChannelError('INVALID_LICENSE_KEY')
  const at = reportedInstant(input, license.startsAt, now)
  await startUse(req, license, at, now).catch(leaveToTheNext)
  return input.reportedAt === undefined
    ? keepUndated(req, license, input, now)
    : keepDated(req, license, input, at, now)
}

/** A system that reports is deployed, whether or not anybody noted that. */
const startUse = async (
  req: PayloadRequest,
  { deployedAt, id, state }: License,
  at: Date,
  now: Date,
): Promise<void> => {
  const may = (action: string) => licenseMachine.targets(state, action).length > 0
  const data = deployedAt ? {} : { deployedAt: at.toISOString() }
  if (may('use')) await moveLicense(req, id, 'use', { data }, now)
  else if (may('deploy')) {
    await moveLicense(req, id, 'deploy', { data }, now)
    await moveLicense(req, id, 'use', {}, now)
  }
}

/** No report is lost because others never cease to write the license at that moment. */
const leaveToTheNext = (error: unknown): void => {
  if (!(error instanceof ChannelError) || error.code !== 'EDIT_CONFLICT') throw error
}

/** Sent again because an answer was lost, a report is taken as it was; it can't be rewritten. */
const keepDated = async (
  req: PayloadRequest,
  license: License,
  input: UsageInput,
  at: Date,
  now: Date,
): Promise<UsageReceipt> => {
  const isNew = await keep(req, license, input, at, now)
  const receipt = receiptOf(license, at, !isNew)
  if (isNew) return receipt
  const known = await readRow<UsageReport>(req, slugsOf(req.payload).usageReports, {
    reportKey: { equals: reportKeyOf(license.id, at) },
  })
  if (known?.workspaces !== input.workspaces || known.users !== input.users)
    throw new ChannelError('DUPLICATE', {
      message: 'There is another report of this instant.',
      path: 'reportedAt',
    })
  return receipt
}

/** Reports without an instant are never the same one: each gets the next free millisecond. */
const keepUndated = async (
  req: PayloadRequest,
  license: License,
  input: UsageInput,
  now: Date,
): Promise<UsageReceipt> => {
  for (let offset = 0; offset < INSTANTS; offset += 1) {
    const at = new Date(now.getTime() + offset)
    if (await keep(req, license, input, at, now)) return receiptOf(license, at, false)
  }
  throw new ChannelError('TOO_MANY_REQUESTS')
}

const keep = (
  req: PayloadRequest,
  { customer, id, partner }: License,
  { users, workspaces }: UsageInput,
  at: Date,
  now: Date,
): Promise<boolean> => {
  const day = dayOf(at)
  const owners = { license: id, customer: idOf(customer), partner: idOf(partner) }
  const report = {
    ...owners,
    ...{ workspaces, users, reportedAt: at.toISOString() },
    ...{ day, dayKey: dayKeyOf(owners, day), reportKey: reportKeyOf(id, at) },
  }
  return writeUsage(req, report, now)
}

const receiptOf = ({ licenseId }: License, at: Date, duplicate: boolean): UsageReceipt => ({
  duplicate,
  licenseId: licenseId as string,
  reportedAt: at.toISOString(),
})
