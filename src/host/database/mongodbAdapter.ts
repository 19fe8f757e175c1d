import { mongooseAdapter, type Args, type MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj } from 'payload'

import { ensureIndexes } from './ensureIndexes'
import { guardRevisions } from '../../database/guardRevisions'

type Begin = MongooseAdapter['beginTransaction']
type CollectionModel = MongooseAdapter['collections'][string]
type Writes = Record<'create' | 'updateMany' | 'updateOne', (args: { data: object }) => unknown>

/**
 * Payload's MongoDB adapter, where transactions are on exactly when the server has them, the indexes
 * that the config asks for are there when it has connected, a COMMIT that keeps nothing is an error,
 * and what is handed in to be written stays as it was. Takes the arguments of `mongooseAdapter`.
 */
export function safeMongodbAdapter(args: Args): DatabaseAdapterObj<MongooseAdapter> {
  const base = mongooseAdapter({
    ...args,
    // Built below: Mongoose leaves an index that differs as it is, and the failure of one unheard.
    connectOptions: { ...args.connectOptions, autoCreate: false, autoIndex: false },
    ensureIndexes: false,
  })
  return {
    ...base,
    init: (context) => {
      const adapter = base.init(context) as MongooseAdapter
      const begin = adapter.beginTransaction
      connectFully(adapter, args, begin)
      refuseLostCommits(adapter)
      keepArguments(adapter)
      guardRevisions(adapter, () => !adapter.transactionOptions)
      nameUnknownFields(adapter)
      return adapter
    },
  }
}

function connectFully(adapter: MongooseAdapter, args: Args, begin: Begin): void {
  const connect = adapter.connect as NonNullable<MongooseAdapter['connect']>
  adapter.connect = async (options) => {
    try {
      await connect.call(adapter, options)
      await setUp(adapter, args, begin, options?.hotReload ?? false)
    } catch (error) {
      await adapter.connection?.close()
      throw error
    }
  }
}

async function setUp(
  adapter: MongooseAdapter,
  args: Args,
  begin: Begin,
  hotReload: boolean,
): Promise<void> {
  // The stock adapter goes by the URI, which need not name the replica set.
  const wanted = args.transactionOptions !== false && (await hasTransactions(adapter))
  adapter.transactionOptions = wanted ? { ...args.transactionOptions } : false
  adapter.beginTransaction = wanted ? begin : async () => null
  if (hotReload) return
  const models = Object.values({ ...adapter.collections, ...prefixed(adapter.versions) })
  if (await estimatesRoughly(adapter)) models.forEach(countExactly)
  await Promise.all(models.map((model) => ensureIndexes(model, adapter.payload.logger)))
}

/** Versions of a collection are a collection of their own under the same slug. */
const prefixed = (versions: MongooseAdapter['versions']) =>
  Object.fromEntries(Object.entries(versions).map(([slug, model]) => [`versions:${slug}`, model]))

/** A member of a replica set has a set's name, a router of a sharded cluster says that it is one. */
const hasTransactions = async ({ connection }: MongooseAdapter): Promise<boolean> => {
  const hello = await connection.db?.admin().command({ hello: 1 })
  return Boolean(hello?.['setName']) || hello?.['msg'] === 'isdbgrid'
}

/** FerretDB's estimates are PostgreSQL's, which lag behind by minutes; MongoDB's are exact at rest. */
const estimatesRoughly = async ({ connection }: MongooseAdapter): Promise<boolean> =>
  Boolean((await connection.db?.admin().command({ buildInfo: 1 }))?.['ferretdb'])

const countExactly = (model: CollectionModel): void => {
  model.estimatedDocumentCount = () => model.countDocuments({}) as never
}

/** The stock one is silent when an error, caught somewhere, had ended the transaction before. */
function refuseLostCommits(adapter: MongooseAdapter): void {
  const commit = adapter.commitTransaction
  adapter.commitTransaction = async (id) => {
    const key = await id
    if (key === null || key === undefined) return
    const session = adapter.sessions[String(key)] as { inTransaction(): boolean } | undefined
    if (!session?.inTransaction())
      throw new Error(
        'The transaction had already ended, because of an earlier error in it: nothing was stored.',
      )
    await commit.call(adapter, id)
  }
}

/** The stock writes turn the caller's own object into what is stored, which it may need again. */
function keepArguments(adapter: MongooseAdapter): void {
  const stock = adapter as unknown as Writes
  for (const name of ['create', 'updateMany', 'updateOne'] as const) {
    const write = stock[name]
    stock[name] = (args) => write.call(adapter, { ...args, data: copyOf(args.data) })
  }
}

/** The stock one stumbles over the field itself; the SQL adapters say what is wrong, in these words. */
function nameUnknownFields(adapter: MongooseAdapter): void {
  const { findOne } = adapter
  adapter.findOne = ((args) =>
    findOne.call(adapter, args).catch((error: unknown) => {
      if (!(error instanceof TypeError)) throw error
      // Without the cause, which would be taken for a fault of ours.
      throw new Error(`Cannot find field for path at ${Object.keys(args.where ?? {}).join(', ')}`)
    })) as typeof findOne
}

/** Of objects and lists only: dates and IDs are no part of the mutable whole. */
const copyOf = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(copyOf) as T
  if (value === null || typeof value !== 'object') return value
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)])) as T
}
