import Database from 'libsql'
import pg from 'pg'

export type Row = Record<string, unknown>
/** Rows of one table, which travel in one statement where the engine can. */
export type Batch = [table: string, rows: Row[]]

/** What the database gives to those who know exactly what they want to write. */
export type RawDatabase = {
  /** Raises a counter by `count`, in a transaction of its own. Returns the new value. */
  raise: (series: string, count: number) => Promise<number>
  /** Writes all batches in one transaction. */
  write: (batches: Iterable<Batch>) => Promise<void>
  /** Runs statements with `$1`, `$2` …, each prepared once; several in one transaction. Returns the rows of the first. */
  run: (statements: Statement[]) => Promise<Row[]>
}

export type Statement = { text: string; values: unknown[] }

export const openRaw = (uri: string): RawDatabase =>
  uri.startsWith('file:') ? openSqlite(uri.slice('file:'.length)) : openPostgres(uri)

const RAISE = `UPDATE counters SET value = value + $1 WHERE series = $2 RETURNING value`

/** Prepared statements on pooled connections; the rows of a statement are one JSON parameter. */
const openPostgres = (connectionString: string): RawDatabase => {
  const pool = new pg.Pool({ connectionString, max: 8 })
  const insert = (client: pg.PoolClient, [table, rows]: Batch) => {
    const text = `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, $1)`
    return client.query({ name: table, text, values: [JSON.stringify(rows)] })
  }
  return {
    raise: async (series, count) => {
      const { rows } = await pool.query({ name: 'raise', text: RAISE, values: [count, series] })
      return Number(rows[0].value)
    },
    write: async (batches) => {
      const client = await pool.connect()
      await client.query({ name: 'begin', text: 'BEGIN' })
      let previous: Promise<unknown> = Promise.resolve()
      for (const batch of batches) {
        // The next rows are made while the database writes the ones before.
        await previous
        previous = insert(client, batch)
      }
      await previous
      await client.query({ name: 'commit', text: 'COMMIT' })
      client.release()
    },
    run: async ([first, ...more]) => {
      if (more.length > 0) throw new Error('PostgreSQL takes it in one statement.')
      const { rows } = await pool.query({ name: nameOf(first!.text), ...first! })
      return rows as Row[]
    },
  }
}

const names = new Map<string, string>()

const nameOf = (text: string): string => {
  const name = names.get(text) ?? `run${names.size}`
  names.set(text, name)
  return name
}

/** One writer in WAL mode with `synchronous = NORMAL`, as ours; one prepared statement for each table. */
const openSqlite = (file: string): RawDatabase => {
  const database = new Database(file)
  for (const pragma of [
    'busy_timeout = 5000',
    'journal_mode = WAL',
    'synchronous = NORMAL',
    'foreign_keys = ON',
  ])
    database.exec(`PRAGMA ${pragma}`)
  // The plain host's database has no counters.
  const prepareRaise = () => database.prepare<unknown[]>(RAISE.replaceAll(/\$(\d)/g, '?$1'))
  let raise: ReturnType<typeof prepareRaise> | undefined
  const inserts = new Map<string, ReturnType<typeof database.prepare>>()
  const runs = new Map<string, ReturnType<typeof database.prepare>>()
  const insertInto = (table: string, columns: string[]) => {
    const known = inserts.get(table)
    if (known) return known
    const marks = columns.map(() => '?').join(', ')
    const names = columns.map((column) => `"${column}"`).join(', ')
    const prepared = database.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`)
    inserts.set(table, prepared)
    return prepared
  }
  return {
    raise: async (series, count) => {
      raise ??= prepareRaise()
      return Number((raise.get(count, series) as Row).value)
    },
    run: async (statements) => {
      if (statements.length > 1) database.exec('BEGIN IMMEDIATE')
      const rows = statements.map(({ text, values }) => {
        const statement = runs.get(text) ?? database.prepare(text.replaceAll(/\$(\d+)/g, '?$1'))
        runs.set(text, statement)
        return (statement.reader ? statement.all(values) : [statement.run(values)]) as Row[]
      })
      if (statements.length > 1) database.exec('COMMIT')
      return rows[0] as Row[]
    },
    write: async (batches) => {
      database.exec('BEGIN IMMEDIATE')
      for (const [table, rows] of batches) {
        const insert = insertInto(table, Object.keys(rows[0] ?? {}))
        for (const row of rows) insert.run(Object.values(row))
      }
      database.exec('COMMIT')
    },
  }
}
