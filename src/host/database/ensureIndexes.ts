import type { BasePayload } from 'payload'

type Key = Record<string, unknown>
type Options = { sparse?: boolean; unique?: boolean; name?: string }
type Index = Options & { key: Key; name: string }

type Indexed = {
  schema: { indexes: () => [Key, Options][] }
  collection: {
    name: string
    indexes: () => Promise<Index[]>
    createIndex: (key: Key, options: Options) => Promise<string>
    dropIndex: (name: string) => Promise<unknown>
    aggregate: (stages: object[]) => { toArray: () => Promise<{ _id: unknown }[]> }
  }
}

/**
 * Builds the indexes that a collection's config asks for and looks whether they are there. One that
 * is there with other rules, such as a field that has become unique, is built anew: the database
 * would go on by the old ones.
 * @throws naming the collection and its fields when documents that are there break a unique index
 */
export const ensureIndexes = async (model: unknown, logger: BasePayload['logger']) => {
  const { collection, schema } = model as Indexed
  const before = await existing(collection)
  for (const [key, options] of schema.indexes()) {
    const found = before.find((index) => sameKey(index.key, key))
    if (found && sameRules(found, options)) continue
    if (options.unique) await refuseDoubles(collection, key, options)
    if (found) {
      logger.warn(`The index ${found.name} of ${collection.name} has other rules; building it anew`)
      await collection.dropIndex(found.name).catch(ignoreMissing)
    }
    await collection.createIndex(key, rulesOf(options))
  }
  await refuseMissing(model as Indexed)
}

const refuseMissing = async ({ collection, schema }: Indexed): Promise<void> => {
  const after = await existing(collection)
  const missing = schema
    .indexes()
    .filter(([key, options]) => !after.some((i) => sameKey(i.key, key) && sameRules(i, options)))
  if (missing.length > 0)
    throw new Error(
      `${collection.name} lacks indexes that were asked for: ${missing.map(([key]) => fieldsOf(key)).join('; ')}`,
    )
}

/** Asked before an index is dropped: without it nothing would keep further doubles out. */
const refuseDoubles = async (
  collection: Indexed['collection'],
  key: Key,
  { sparse }: Options,
): Promise<void> => {
  const fields = Object.keys(key)
  const set = Object.fromEntries(fields.map((field) => [field, { $exists: true }]))
  const values = Object.fromEntries(
    fields.map((field) => [field.replaceAll('.', '_'), `$${field}`]),
  )
  const doubles = await collection
    .aggregate([
      { $match: sparse ? set : {} },
      { $group: { _id: values, count: { $sum: 1 } } },
      { $match: { count: { $gt: 1 } } },
      { $limit: 1 },
    ])
    .toArray()
  if (doubles.length > 0)
    throw new Error(
      `${collection.name} must have ${fieldsOf(key)} only once, but has ` +
        `${JSON.stringify(doubles[0]?._id)} several times. Put that right, then start again.`,
    )
}

const existing = async (collection: Indexed['collection']): Promise<Index[]> => {
  try {
    return await collection.indexes()
  } catch (error) {
    if ((error as { code?: number }).code === NO_SUCH_COLLECTION) return []
    throw error
  }
}

const NO_SUCH_COLLECTION = 26
const NO_SUCH_INDEX = 27

/** Another process may be building the same at the same moment. */
const ignoreMissing = (error: Error & { code?: number }): void => {
  if (error.code !== NO_SUCH_INDEX) throw error
}

const fieldsOf = (key: Key): string => Object.keys(key).join(', ')

const sameKey = (one: Key, other: Key): boolean => JSON.stringify(one) === JSON.stringify(other)

const sameRules = (one: Options, other: Options): boolean =>
  Boolean(one.unique) === Boolean(other.unique) && Boolean(one.sparse) === Boolean(other.sparse)

const rulesOf = ({ sparse, unique }: Options): Options => ({
  ...(sparse && { sparse }),
  ...(unique && { unique }),
})
