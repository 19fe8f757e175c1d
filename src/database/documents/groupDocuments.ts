import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { isAbove, type Counted, type Grouping, type GroupKey, type Summand } from '../grouping'

type Json = Record<string, unknown>
type ObjectId = new (id: string) => object
type Model = {
  aggregate: (pipeline: Json[]) => { session: (session: object | null) => Promise<Json[]> }
  base: { Types: { ObjectId: ObjectId } }
}
type DocumentAdapter = {
  collections?: Record<string, Model | undefined>
  sessions: Record<string, object | undefined>
}

/** The same as one pipeline of `$match`, `$group`, `$project`, `$sort` and `$limit`. */
export const groupDocuments = async (
  req: PayloadRequest,
  slug: CollectionSlug,
  grouping: Grouping,
): Promise<Json[]> => {
  const adapter = req.payload.db as unknown as DocumentAdapter
  const model = adapter.collections?.[slug]
  if (!model) throw new Error(`${slug} can't be grouped on this database.`)
  const session = req.transactionID ? adapter.sessions[String(await req.transactionID)] : undefined
  const rows = await model.aggregate(pipelineOf(grouping, model)).session(session ?? null)
  return rows.map(({ _id, ...figures }) => ({ ...(_id as Json | null), ...figures }))
}

const pipelineOf = ({ by, counts = {}, sums = {}, top, where }: Grouping, model: Model): Json[] => [
  { $match: matchOf(where, model) },
  {
    $group: {
      _id: mapped(by, keyOf),
      count: { $sum: 1 },
      ...mapped(sums, (of) => ({ $sum: summandOf(of) })),
      ...mapped(counts, (of) => ({ $sum: { $cond: [holds(of, model), 1, 0] } })),
      ...Object.fromEntries(
        (top?.ratios ?? []).flatMap(([part, whole], index) => [
          [`part${index}`, { $sum: `$${part}` }],
          [`whole${index}`, { $sum: `$${whole}` }],
        ]),
      ),
    },
  },
  ...(top ? highest(top, [...Object.keys(sums), ...Object.keys(counts)]) : []),
]

const highest = ({ limit, ratios }: NonNullable<Grouping['top']>, figures: string[]): Json[] => [
  {
    $project: {
      ...Object.fromEntries(['count', ...figures].map((name) => [name, 1])),
      share: {
        $max: ratios.map((_, index) => ({
          $cond: [
            { $gt: [`$whole${index}`, 0] },
            { $divide: [`$part${index}`, `$whole${index}`] },
            0,
          ],
        })),
      },
    },
  },
  { $sort: { share: -1, _id: 1 } },
  { $limit: limit },
]

const mapped = <T>(record: Record<string, T>, of: (value: T) => unknown): Json =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, of(value)]))

const keyOf = (key: GroupKey): unknown =>
  typeof key === 'string'
    ? `$${key}`
    : { $dateToString: { date: `$${key.month}`, format: '%Y-%m', timezone: 'UTC' } }

const summandOf = (of: Summand): unknown => {
  if (typeof of === 'string') return `$${of}`
  const [from, to] = [`$${of.from}`, `$${of.to}`]
  return { $cond: [{ $gt: [to, from] }, { $divide: [{ $subtract: [to, from] }, 1_000] }, 0] }
}

const comparisons: Record<string, string> = {
  greater_than: '$gt',
  greater_than_equal: '$gte',
  less_than: '$lt',
  less_than_equal: '$lte',
}

/** As a condition of `$match`. */
const matchOf = (where: Where, model: Model): Json => ({
  $and: [
    {},
    ...Object.entries(where).map(([field, asked]): Json => {
      if (field === 'and' || field === 'or')
        return { [`$${field}`]: (asked as Where[]).map((one) => matchOf(one, model)) }
      const path = field === 'id' ? '_id' : field
      const conditions = Object.entries(asked ?? {}).map(([operator, value]): Json => {
        if (operator === 'exists') return { [path]: value ? { $ne: null } : null }
        if (operator === 'equals') return { [path]: { $in: [value].flatMap(stored(model)) } }
        if (operator === 'in')
          return { [path]: { $in: (value as unknown[]).flatMap(stored(model)) } }
        return { [path]: { [comparisons[operator] as string]: inOrder(value) } }
      })
      return { $and: [{}, ...conditions] }
    }),
  ],
})

/** An ID may be stored as an ObjectId or as text. */
const stored =
  ({ base }: Model) =>
  (value: unknown): unknown[] =>
    typeof value === 'string' && /^[0-9a-f]{24}$/.test(value)
      ? [value, new base.Types.ObjectId(value)]
      : [value]

/** Instants are stored as such. */
const inOrder = (value: unknown): unknown =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value) : value

/** As an expression within a group. Nothing is below everything, hence above nothing. */
const holds = (of: Counted, model: Model): Json =>
  isAbove(of)
    ? { $or: of.above.map(([a, b]) => ({ $gt: [`$${a}`, `$${b}`] })) }
    : {
        $and: Object.entries(of).flatMap(([path, asked]) =>
          Object.entries(asked ?? {}).map(([operator, value]): Json => {
            const symbol = comparisons[operator]
            if (symbol) return { [symbol]: [`$${path}`, inOrder(value)] }
            return { $in: [`$${path}`, [value].flat().flatMap(stored(model))] }
          }),
        ),
      }
