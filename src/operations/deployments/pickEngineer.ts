import type { PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'
import { readRow, readRows } from '../../database/readRows'
import { candidatesIn, leastLoaded, type Loaded } from '../../domain/deployments/assignment'
import { ChannelError } from '../../domain/errors'
import { idOf, type Id } from '../../domain/idOf'
import type { Deployment, Engineer } from '../../payload-types'

type Wanted = { engineer?: Id | null; assign?: 'auto' }

/**
 * The engineer that somebody named, or for `auto` the one of the region with the least to do; read as
 * the system. Two who ask at the same moment may get the same one: it is the right one for both, and
 * the next who asks sees both.
 * @returns `null` where nobody is wanted
 * @throws INVALID_INPUT naming `engineer` for one that is not active; NO_ENGINEER
 */
export const pickEngineer = async (
  req: PayloadRequest,
  { assign, engineer }: Wanted,
  { id, region }: { id?: Id; region: null | string },
): Promise<Id | null> => {
  if (assign !== 'auto') return engineer ? requireActive(req, engineer) : null
  const { engineers } = slugsOf(req.payload)
  const active = await readRows<Engineer>(req, engineers, { active: { equals: true } })
  const loaded: Loaded[] = []
  for (const one of candidatesIn(active, region))
    loaded.push({ ...one, load: await loadOf(req, one.id, id) })
  const picked = leastLoaded(loaded)
  if (!picked) throw new ChannelError('NO_ENGINEER', { path: 'engineer' })
  return picked.id
}

/** @throws INVALID_INPUT naming `engineer` */
export const requireActive = async (req: PayloadRequest, engineer: Id): Promise<Id> => {
  const where = { id: { equals: engineer }, active: { equals: true } }
  const found = await readRow<Engineer>(req, slugsOf(req.payload).engineers, where)
  if (found) return found.id
  throw new ChannelError('INVALID_INPUT', { path: 'engineer', message: 'Name an active engineer.' })
}

/** Counted by an index for each engineer; `besides` is the deployment to be assigned anew. */
const loadOf = async (req: PayloadRequest, engineer: Id, besides?: Id): Promise<number> => {
  const open: Deployment['state'][] = ['scheduled', 'in_progress']
  const { totalDocs } = await req.payload.db.count({
    collection: slugsOf(req.payload).deployments,
    where: {
      and: [
        { engineer: { equals: engineer } },
        { state: { in: open } },
        ...(besides === undefined ? [] : [{ id: { not_equals: besides } }]),
      ],
    },
    req,
  })
  return totalDocs
}

/** Where a deployment is done unless somebody says otherwise: the customer's region, else the partner's. */
export const regionOf = async (
  req: PayloadRequest,
  license: { customer?: unknown; partner?: unknown },
): Promise<null | string> => {
  const { customers, partners } = slugsOf(req.payload)
  for (const [slug, link] of [
    [customers, license.customer],
    [partners, license.partner],
  ] as const) {
    const id = idOf(link as Id | null)
    const where = { id: { equals: id } }
    const found = id === null ? null : await readRow<{ region?: null | string }>(req, slug, where)
    if (found?.region) return found.region
  }
  return null
}
