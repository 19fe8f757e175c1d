import { present, read, type Inspect } from '../audit'

/** A number is not past its series' counter, which would give it out again. */
export const isCounted =
  (field: string): Inspect =>
  async (audit, docs) => {
    const numbers = docs.map((doc) => ({ id: doc.id, ...partsOf(String(doc[field] ?? '')) }))
    const where = { series: { in: present(numbers.map(({ series }) => series)) } }
    const counters = await read(audit, 'counters', where)
    const lasts = new Map(counters.map(({ series, value }) => [series, Number(value)]))
    return numbers
      .filter(({ number, series }) => series !== null && number > (lasts.get(series) ?? 0))
      .map(({ id, number, series }) => ({
        id,
        message: `Its number is ${number}; the counter of ${series} stands at ${lasts.get(series) ?? 0}.`,
      }))
  }

/** `PO-202611-000042` → series `PO-202611`, number 42. */
const partsOf = (text: string): { series: null | string; number: number } => {
  const [, series = null, number] = /^(.+)-(\d+)$/.exec(text) ?? []
  return { series, number: Number(number ?? 0) }
}
