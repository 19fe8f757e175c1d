export type Contender = 'ours' | 'limit' | 'plain'

export type Workload = {
  id: string
  unit: string
  /** The share of the limit that ours is to reach. */
  target: number
  /** One round of each; returns the figure in `unit`. */
  measure: Record<Contender, () => Promise<number>>
}

export type Result = {
  id: string
  unit: string
  ours: number
  limit: number
  plain: number
  /** `ours / limit`. */
  ofLimit: number
  /** `ours / plain`. */
  timesPlain: number
  target: number
}

const median = (figures: number[]): number => {
  const sorted = [...figures].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/** The median of some rounds of ours, limit, plain, ours, … after one round to warm up. */
export const runWorkload = async (
  { id, measure, target, unit }: Workload,
  rounds: number,
): Promise<Result> => {
  const figures: Record<Contender, number[]> = { ours: [], limit: [], plain: [] }
  for (let round = 0; round <= rounds; round += 1)
    for (const contender of ['ours', 'limit', 'plain'] as const) {
      const figure = await measure[contender]()
      if (round > 0) figures[contender].push(figure)
    }
  const [ours, limit, plain] = [figures.ours, figures.limit, figures.plain].map(median) as [
    number,
    number,
    number,
  ]
  return { id, unit, ours, limit, plain, ofLimit: ours / limit, timesPlain: ours / plain, target }
}

const whole = (figure: number): string =>
  figure.toLocaleString('en-US', { maximumFractionDigits: figure < 100 ? 1 : 0 })
const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const columns = ['id', 'unit', 'ours', 'limit', 'plain', 'of limit', 'x plain', 'target', '']

/** The results as a table in plain text. */
export const table = (results: Result[]): string => {
  const rows = results.map((result) => [
    result.id,
    result.unit,
    whole(result.ours),
    whole(result.limit),
    whole(result.plain),
    percent(result.ofLimit),
    result.timesPlain.toFixed(1),
    percent(result.target),
    result.ofLimit >= result.target ? 'met' : 'missed',
  ])
  const all = [columns, ...rows]
  const widths = columns.map((_, index) => Math.max(...all.map((row) => row[index]!.length)))
  const line = (row: string[]) =>
    row.map((cell, index) =>
      index < 2 ? cell.padEnd(widths[index]!) : cell.padStart(widths[index]!),
    )
  return all.map((row) => line(row).join('  ')).join('\n')
}
