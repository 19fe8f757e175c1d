export type Point = { at: number; value: number }

export const medianOf = (values: number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2
}

/**
 * How far values lie off, in median absolute deviations of noise: by the deviation that half of them
 * exceed or a fifth, whichever is more, so that a few that lie close do not make it small; and the
 * more, the fewer there are to tell. A change that lasts moves a fifth of them long before half.
 * @param least what is ordinary in any case
 */
export const spreadOf = (deviations: number[], least: number): number => {
  const sorted = [...deviations].sort((a, b) => a - b)
  const half = medianOf(sorted)
  const fifth = (sorted[Math.floor(sorted.length * 0.8)] ?? 0) / FIFTH_IN_MADS
  const most = Math.max(half, least) * 2
  return Math.min(Math.max(half, fifth), most) * (1 + UNSURE / (sorted.length || 1))
}

const UNSURE = 3
/** Of noise as nature has it, a fifth lies so many median deviations off. */
const FIFTH_IN_MADS = 1.9

/**
 * The line through points whose slope is the median of the slopes between each two (Theil–Sen): it
 * does not bend for single peaks, nor for a change until that lasts as long as what was before.
 */
export const robustLine = (points: Point[]): ((at: number) => number) => {
  const slopes: number[] = []
  for (const [index, a] of points.entries())
    for (const b of points.slice(index + 1))
      if (a.at !== b.at) slopes.push((b.value - a.value) / (b.at - a.at))
  const slope = medianOf(slopes)
  const start = medianOf(points.map(({ at, value }) => value - slope * at))
  return (at) => start + slope * at
}
