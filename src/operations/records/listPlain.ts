import type { FieldAccess, FlattenedField, PayloadRequest, Where } from 'payload'

import { checkAsked } from '../../../access/checkAsked'
import { isByRole } from '../../../access/guardFields'
import { slugsOf } from '../../channel'
import { selectPage, type Page } from '../../database/sql/selectPage'
import type { SlugKey } from '../../slugs'

import type { Document } from './requireDocument'

/**
 * A page of documents as the caller may read them, by one statement: many times quicker than through
 * Payload, of which it does what Payload would do, and no more.
 * @returns `null` where the collection or the query needs Payload itself: other hooks than ours,
 * access that looks at the document, links followed, operators that no index answers
 * @throws INVALID_INPUT for what can't or may not be asked
 */
export const listPlain = async (
  req: PayloadRequest,
  key: SlugKey,
  names: string[],
  { limit, page, sort, where }: ListQuery,
): Promise<null | Page<Document>> => {
  const slug = slugsOf(req.payload)[key]
  const { config } = req.payload.collections[slug]
  const { afterOperation, afterRead, beforeOperation, beforeRead } = config.hooks
  // The one before each operation is `checkQuery`, which is done here.
  if (
    beforeOperation.length > 1 ||
    [afterOperation, afterRead, beforeRead].some(({ length }) => length)
  )
    return null
  const fields = await readable(req, config.flattenedFields, names)
  const asked = where ? typed(config.flattenedFields, where) : {}
  if (!fields || !asked) return null
  await checkAsked(req, config, { sort, where })
  const reach = await config.access.read({ req })
  if (reach === false) return null
  const scope = reach === true ? {} : reach
  return selectPage<Document>(req, slug, {
    where: { and: [scope, asked] },
    sort: sort.split(','),
    limit,
    page,
    fields,
  })
}

/** The fields of some names that the caller may read; `null` when that depends on the document. */
const readable = async (
  req: PayloadRequest,
  all: FlattenedField[],
  names: string[],
): Promise<null | Set<string>> => {
  const fields = new Set<string>()
  for (const field of all.filter(({ name }) => names.includes(name))) {
    if ('hooks' in field && field.hooks?.afterRead?.length) return null
    const access = ('access' in field ? field.access?.read : undefined) as FieldAccess | undefined
    if (access && !isByRole(access)) return null
    if (!access || (await access({ req }))) fields.add(field.name)
  }
  return fields
}

const comparisons = ['equals', 'greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']

/** A client's condition with its values as the fields hold them; `null` where Payload knows better. */
const typed = (all: FlattenedField[], where: Record<string, unknown>): null | Where => {
  const result: Where = {}
  for (const [path, asked] of Object.entries(where)) {
    const field = all.find(({ name }) => name === path)
    const type = path === 'id' ? 'text' : field?.type
    const conditions: Record<string, unknown> = {}
    for (const [operator, value] of Object.entries(asked ?? {})) {
      const converted = comparisons.includes(operator) ? convert(type, value) : null
      if (converted === null) return null
      conditions[operator] = converted
    }
    result[path] = conditions
  }
  return result
}

const convert = (type: string | undefined, value: unknown): null | number | string => {
  if (typeof value !== 'string' || value === '' || value === 'null') return null
  if (type === 'date') return Number.isNaN(Date.parse(value)) ? null : new Date(value).toISOString()
  if (type === 'number') return Number.isFinite(Number(value)) ? Number(value) : null
  return ['text', 'select', 'relationship'].includes(type ?? '') ? value : null
}

export type ListQuery = {
  limit: number
  page: number
  sort: string
  where?: Record<string, unknown>
}
