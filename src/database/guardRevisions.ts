import type { BaseDatabaseAdapter, PayloadRequest, UpdateOneArgs, Where } from 'payload'

import type { Channel } from '../channel'
import { ChannelError } from '../domain/errors'
import type { SlugKey } from '../slugs'
import { keepWritten } from './documents/writtenDocument'

/** The documents whose writers claim a revision first; see `claimRevisionOf`. */
const claimed: SlugKey[] = ['orders', 'licenses', 'deployments']

/** On an adapter that is guarded already, by whichever copy of this module. */
const GUARDED = Symbol.for('payload-channel.guardRevisions')

type Adapter = Pick<BaseDatabaseAdapter, 'payload' | 'updateOne'>

/**
 * Payload writes whole documents, some time after a revision of theirs was claimed. Where no
 * transaction keeps others out in between, such a write holds only while the revision is still the
 * claimed one: what an approval did meanwhile must not be written back.
 * @param needsIt asked at each write, since what a server can do is known once it is connected
 */
export const guardRevisions = (adapter: Adapter, needsIt: () => boolean): void => {
  if (GUARDED in adapter) return
  Object.assign(adapter, { [GUARDED]: true })
  const { updateOne } = adapter
  adapter.updateOne = async (args) => {
    if (!needsIt() || !writesClaimed(adapter, args)) return updateOne.call(adapter, args)
    const { id, ...rest } = args
    const where: Where = {
      and: [{ id: { equals: id } }, { revision: { equals: args.data.revision } }],
    }
    const written = await updateOne.call(adapter, { ...rest, where } as never)
    if (!written) throw new ChannelError('EDIT_CONFLICT')
    if (args.req?.context && !args.select)
      keepWritten(args.req as PayloadRequest, args.collection, written)
    return written
  }
}

const writesClaimed = ({ payload }: Adapter, { collection, data, id }: UpdateOneArgs): boolean => {
  const channel = payload.config.custom?.channel as Channel | undefined
  return (
    id !== undefined &&
    typeof data.revision === 'number' &&
    claimed.some((key) => channel?.options.slugs[key] === collection)
  )
}
