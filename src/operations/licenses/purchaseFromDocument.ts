import type { PayloadRequest } from 'payload'

import { callerOf } from '../../../access/callerOf'
import { channelOf } from '../../channel'
import { ChannelError, type ErrorEntry } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import { parseInput } from '../../domain/parseInput'
import { purchaseInput, type PurchaseInput } from '../../domain/purchases/purchaseInput'
import type { Purchase } from '../../payload-types'
import { makePurchase } from './makePurchase'
import { requirePurchasable } from './recordPurchase'
import { applyPendingPurchases } from './applyPendingPurchases'

/** What the document calls otherwise than the API does. */
const fieldOf: Record<string, string> = {
  'limits.workspaces': 'workspacesAdded',
  'limits.users': 'usersAdded',
}

/**
 * The whole row of a purchase of which a form, REST or GraphQL gave the input; fields of the system
 * are its own. Called by the system itself (imports, seeds) it asks for no grant.
 * @throws what `recordPurchase` throws, naming the document's fields
 */
export const purchaseFromDocument = async (
  req: PayloadRequest,
  data: Partial<Purchase>,
  now: Date,
): Promise<Partial<Purchase>> => {
  const { currencies } = channelOf(req.payload).options
  try {
    const input = parseInput(purchaseInput(currencies), inputOf(data))
    const { id } = callerOf(req)
      ? await requirePurchasable(req, input.license)
      : { id: idOf(data.license) as Id }
    const row = await makePurchase(req, await applyPendingPurchases(req, id, now), input, now)
    const { id: _given, createdAt: _created, updatedAt: _updated, ...rest } = row
    return rest
  } catch (error) {
    throw error instanceof ChannelError ? inWordsOfForm(error) : error
  }
}

const inputOf = (data: Partial<Purchase>): unknown => {
  const { amount, basis, currency, durationYears, note, quantity, type } = data
  const limits = {
    workspaces: data.workspacesAdded || undefined,
    users: data.usersAdded || undefined,
  }
  const license = idOf(data.license)
  const product = type === 'upgrade' ? idOf(data.product) : null
  const given: Partial<Record<keyof PurchaseInput, unknown>> = {
    license: license === null ? null : String(license),
    product: product === null ? null : String(product),
    limits: limits.workspaces || limits.users ? limits : null,
    ...{ amount, basis, currency, durationYears, note, quantity, type },
  }
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  )
}

const inWordsOfForm = ({ entries }: ChannelError): ChannelError =>
  ChannelError.of(
    entries.map((entry) => ({
      ...entry,
      ...(entry.path && { path: fieldOf[entry.path] ?? entry.path }),
    })) as [ErrorEntry, ...ErrorEntry[]],
  )
