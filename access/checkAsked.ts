import type { FlattenedField, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { checkWhere, conditionsOf } from '../src/domain/records/checkWhere'
import { ChannelError } from '../src/domain/errors'
import { rewriteWhere } from '../src/domain/records/rewriteWhere'
import { checkPath } from './checkPath'
import { fitsField } from './fitsField'
import { fitsIds, linkedSlug } from './fitsIds'

/** More only keep a database busy. */
const MAX_SORTS = 10

export type Asked = { sort?: string | string[]; where?: unknown }

/**
 * What a client asks of a collection is checked before a database sees it, and its condition put
 * into the form in which databases keep what it names.
 * @param prefix of the paths in errors, e.g. `joins.items.`
 * @param free whether the system asks, which may ask for any field
 * @throws INVALID_INPUT naming the part at fault
 */
export const checkAsked = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { sort, where }: Asked,
  prefix = '',
  free = false,
): Promise<void> => {
  if (where) checkWhere(where, `${prefix}where`)
  if (free) return
  const dates = new Set<string>()
  for (const condition of conditionsOf(where)) {
    const at = `${prefix}where.${condition.path}`
    const field = await checkPath(req, collection, condition.path, at)
    if (
      !fitsField(field, condition) ||
      !fitsIds(req, await slugOfIds(req, collection, condition.path, field), condition)
    )
      throw new ChannelError('INVALID_INPUT', { path: at })
    if (field?.type === 'date') dates.add(condition.path)
  }
  rewriteWhere(where, dates)
  const sorts = sortPaths(sort)
  if (sorts.length > MAX_SORTS)
    throw new ChannelError('INVALID_INPUT', {
      path: `${prefix}sort`,
      message: `Sort by at most ${MAX_SORTS} fields.`,
    })
  for (const path of sorts) await checkPath(req, collection, path, `${prefix}sort`, true)
}

/** Whose IDs a condition names: `id`, `partner`, `partner.id`. */
const slugOfIds = async (
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  path: string,
  field: FlattenedField | undefined,
): Promise<string | undefined> => {
  if (path === 'id') return collection.slug
  if (!path.endsWith('.id')) return linkedSlug(field)
  return linkedSlug(await checkPath(req, collection, path.slice(0, -3), path))
}

const sortPaths = (sort: Asked['sort']): string[] =>
  [sort ?? []]
    .flat()
    .flatMap((part) => String(part).split(','))
    .map((one) => one.trim().replace(/^-/, ''))
    .filter(Boolean)
