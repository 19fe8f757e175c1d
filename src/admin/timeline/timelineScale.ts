const MONTHS = [1, 3, 6, 12, 24, 60, 120, 300]
const CENTURY = 1_200
/** Room that the name of a tick needs, in pixels. */
const TICK_WIDTH = 76

export type Tick = { at: Date; x: number }

export type Scale = {
  /** Pixels of an instant; outside of the period at its edges. */
  x: (at: Date | number) => number
  ticks: Tick[]
}

/** A time axis of a width in pixels, with a tick at the beginning of every so many months, by UTC. */
export const timelineScale = (start: Date, end: Date, width: number): Scale => {
  const length = Math.max(1, end.getTime() - start.getTime())
  const x = (at: Date | number): number =>
    Math.min(width, Math.max(0, ((Number(at) - start.getTime()) / length) * width))
  return {
    x,
    ticks: ticksOf(start, end, Math.max(1, width / TICK_WIDTH)).map((at) => ({ at, x: x(at) })),
  }
}

const ticksOf = (start: Date, end: Date, most: number): Date[] => {
  const months = monthsBetween(start, end)
  const step = MONTHS.find((one) => months / one <= most) ?? CENTURY
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1
  const ticks: Date[] = []
  for (let month = Math.ceil(first / step) * step; ; month += step) {
    const at = new Date(Date.UTC(Math.floor(month / 12), month % 12))
    if (at > end) return ticks
    ticks.push(at)
  }
}

const monthsBetween = (start: Date, end: Date): number =>
  (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth()
