import { randomUUID } from 'node:crypto'

import type { PayloadRequest } from 'payload'

import { accessOf } from '../../../access/can'
import { callerOf } from '../../../access/callerOf'
import { channelOf, slugsOf } from '../../channel'
import { inTransaction } from '../../database/inTransaction'
import { readRow } from '../../database/readRows'
import { ChannelError } from '../../domain/errors'
import { validationFaults } from '../../domain/payloadFault'
import { idOf, type Id } from '../../domain/idOf'
import type { LicenseInput } from '../../api/licenses/licenseInput'
import type { Deployment, License, Purchase } from '../../payload-types'
import { ensureCustomer } from '../customers/ensureCustomer'
import { withBeginning, type LicenseBeginning } from './licenseBeginning'
import { licenseData } from './licenseData'
import { recordedForCaller } from './recordedForCaller'
import { requestIdentity } from '../records/requestIdentity'
import { scheduleDeployment } from '../deployments/scheduleDeployment'
import { applyPendingPurchases } from './applyPendingPurchases'
import { createDocument } from '../records/writeDocument'

export type CreatedLicense = {
  license: License
  purchase: Purchase
  deployment: Deployment | null
}

/** Without transactions one collides with others at each step: the customer, the license, its purchase. */
const ATTEMPTS = 5

/**
 * Creates a license with what belongs to it, as the caller: its customer where it is new, the
 * purchase that it begins with, and its first deployment if there is one. All in one transaction,
 * and exactly once for each `Idempotency-Key` of a user; where there are no transactions, the same
 * request again finishes what is missing.
 * @throws UNAUTHENTICATED, FORBIDDEN, UNKNOWN_PRODUCT, INVALID_INPUT, NUMBERS_EXHAUSTED,
 * NO_ENGINEER; IDEMPOTENCY_CONFLICT when the key came with another body before
 */
export const createLicense = async (
  req: PayloadRequest,
  input: LicenseInput,
  key: null | string,
  now: Date,
): Promise<CreatedLicense> => {
  if (!callerOf(req)) throw new ChannelError('UNAUTHENTICATED')
  if (!accessOf(req, 'licenses', 'create')) throw new ChannelError('FORBIDDEN')
  const beginning = beginningFor(req, input, key)
  for (let attempt = 1; ; attempt += 1)
    try {
      return await inTransaction(req, () => createOnce(req, input, beginning, now))
    } catch (error) {
      // At the same moment the same request, or one with the same new customer, was let through.
      const again = attempt < ATTEMPTS && (isTaken(error) || (await findMade(req, beginning)))
      if (!again) throw error
    }
}

/** A unique value that somebody else took, or a fault that will be found again. */
const isTaken = (error: unknown): boolean => validationFaults(error) !== null

const beginningFor = (
  req: PayloadRequest,
  input: LicenseInput,
  key: null | string,
): LicenseBeginning => {
  const { amount, currency } = input.purchase ?? {
    amount: 0,
    currency: channelOf(req.payload).options.currencies[0] as string,
  }
  const paid = { amount, currency, durationYears: input.durationYears }
  if (key === null) return { issueKey: randomUUID(), paid, identity: {} }
  const identity = requestIdentity(`license\n${req.user?.id}`, key, input)
  return { issueKey: `request:${identity.requestKey}`, paid, identity }
}

const findMade = (req: PayloadRequest, { issueKey }: LicenseBeginning): Promise<License | null> =>
  readRow<License>(req, slugsOf(req.payload).licenses, { issueKey: { equals: issueKey } })

const createOnce = (
  req: PayloadRequest,
  input: LicenseInput,
  beginning: LicenseBeginning,
  now: Date,
): Promise<CreatedLicense> =>
  withBeginning(req, beginning, async () => {
    const found = await findMade(req, beginning)
    const made = found ?? (await create(req, input, now))
    const { license, purchases } = await applyPendingPurchases(req, made.id, now)
    const purchase = purchases[0] as Purchase
    if (found && purchase.requestHash !== beginning.identity.requestHash)
      throw new ChannelError('IDEMPOTENCY_CONFLICT')
    return {
      ...(await recordedForCaller(req, { license, purchase })),
      deployment: input.deployment ? await deploy(req, license.id, input.deployment) : null,
    }
  })

const create = async (req: PayloadRequest, input: LicenseInput, now: Date): Promise<{ id: Id }> => {
  const customer = await ensureCustomer(req, input.customer, input.partner ?? null)
  const data = await licenseData(req, input, now)
  return createDocument(req, 'licenses', { ...data, customer })
}

/** The license's first deployment, unless an earlier try has scheduled it. */
const deploy = async (
  req: PayloadRequest,
  license: Id,
  input: NonNullable<LicenseInput['deployment']>,
): Promise<Deployment> => {
  const where = { license: { equals: license } }
  const before = await readRow<Deployment>(req, slugsOf(req.payload).deployments, where)
  return before ?? scheduleDeployment(req, { ...input, license: String(idOf(license)) })
}
