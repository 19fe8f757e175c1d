import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

type Row = ResultSet['rows'][number]
type Arguments = NonNullable<Exclude<Statement, string>['args']>
type Bindable = bigint | Buffer | null | number | string

/**
 * Turns drizzle's parameters into what the native binding takes. The binding does not throw on
 * anything else but ends the process, so that whatever it cannot take is refused here.
 */
export function toSqlite(args: Arguments): Bindable[] | Record<string, Bindable> {
  if (Array.isArray(args)) return args.map(bindable)
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name.replace(/^[@$:]/, ''), bindable(value)]),
  )
}

function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value === 'bigint' && BigInt.asIntN(64, value) === value) return value
  if (value instanceof Date) return value.getTime()
  if (value instanceof ArrayBuffer) return Buffer.from(value)
  if (ArrayBuffer.isView(value))
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  const described =
    typeof value === 'object' ? value.constructor?.name : `${typeof value} ${String(value)}`
  throw new TypeError(`SQLite cannot store this value: ${described}`)
}

/** A row with its cells by name (enumerable, the first of equal names) and by position. */
export function fromSqlite(cells: unknown[], columns: string[]): Row {
  const row = Object.defineProperty({}, 'length', { value: cells.length }) as Record<
    number | string,
    unknown
  >
  cells.forEach((cell, index) => {
    const value = readable(cell)
    Object.defineProperty(row, index, { value })
    const name = columns[index]
    if (name !== undefined && !Object.hasOwn(row, name)) row[name] = value
  })
  return row as Row
}

function readable(cell: unknown): unknown {
  if (typeof cell === 'bigint') {
    const value = Number(cell)
    if (Number.isSafeInteger(value)) return value
    throw new RangeError('SQLite returned an integer that a JavaScript number cannot hold exactly')
  }
  // A Buffer may be a window into a larger pool: only its own bytes belong to the cell.
  if (cell instanceof Uint8Array) {
    return cell.buffer.slice(cell.byteOffset, cell.byteOffset + cell.byteLength)
  }
  return cell
}

export type Client = SQLiteAdapter['client']

export type ResultSet = Awaited<ReturnType<Client['execute']>>

export type Statement = Parameters<Client['execute']>[0]
