import { notesSlug, sqliteFor, startPayload } from './notesPayload'

/** Creates notes in parallel and prints the title of each one that Payload has reported as stored. */
const [directory, name, count] = process.argv.slice(2) as [string, string, string]
const payload = await startPayload(sqliteFor(directory))
const write = async (n: number): Promise<void> => {
  const title = `${name} ${n}`
  await payload.create({ collection: notesSlug, data: { title } as never })
  process.stdout.write(`${title}\n`)
}
await Promise.all(Array.from({ length: Number(count) }, (_, n) => write(n)))
await payload.destroy()
