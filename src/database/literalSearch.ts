import type { Payload } from 'payload'

type Chunk = { constructor: new (text: string[]) => Chunk }
type Statement = { queryChunks: Chunk[] }
type Operator = (column: unknown, value: unknown) => Statement
type Operators = Partial<Record<string, Operator>>

const done = new WeakSet<Operators>()

/**
 * In searches `%` and `_` are letters, as people mean them, on every engine: SQL takes them for
 * patterns, and Payload hands them on. Its values come as `%word%`, whose ends stay patterns.
 */
export const searchLiterally = ({ db }: Pick<Payload, 'db'>): void => {
  const { operators } = db as unknown as { operators?: Operators }
  if (!operators || done.has(operators)) return
  done.add(operators)
  for (const [name, literal] of Object.entries(literals)) {
    const given = operators[name]
    if (given) operators[name] = (column, value) => escaped(given(column, literal(value)))
  }
}

const escape = (word: string): string => word.replace(/[\\%_]/g, '\\$&')

const between = (value: unknown): unknown =>
  typeof value === 'string' ? `%${escape(value.replace(/^%|%$/g, ''))}%` : value

const literals: Record<string, (value: unknown) => unknown> = {
  like: between,
  contains: between,
  // Comes as it is; "not like" means that the word is nowhere in it, as on MongoDB.
  not_like: (value) => (typeof value === 'string' ? `%${escape(value)}%` : value),
}

/** `… LIKE value ESCAPE '\'`, said with the statement's own kind of text. */
const escaped = (statement: Statement): Statement => {
  const Text = statement.queryChunks[0]?.constructor
  if (Text) statement.queryChunks.push(new Text([" ESCAPE '\\'"]))
  return statement
}
