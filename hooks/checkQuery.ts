import type { CollectionBeforeOperationHook } from 'payload'

import { checkWhere } from '../src/domain/checkWhere'
import { ChannelError } from '../src/domain/errors'

type Query = {
  where?: unknown
  sort?: string | string[]
  joins?: false | Record<string, false | { where?: unknown } | undefined>
}

/** What a client asks for is checked before a database sees it, for lists and bulk writes alike. */
export const checkQuery: CollectionBeforeOperationHook = ({ args, collection }) => {
  const { joins, sort, where } = args as Query
  if (where) checkWhere(where)
  for (const [name, join] of Object.entries(joins || {}))
    if (join && join.where) checkWhere(join.where, `joins.${name}.where`)
  const known = new Set([
    'id',
    'createdAt',
    'updatedAt',
    ...collection.flattenedFields.map(({ name }) => name),
  ])
  for (const path of [sort ?? []].flat().flatMap((one) => String(one).split(',')))
    if (path && !known.has(path.trim().replace(/^-/, '').split('.')[0] as string))
      throw new ChannelError('INVALID_INPUT', { path: 'sort', message: 'There is no such field.' })
}
