type X = (at: number) => number
type Y = (value: number) => number

const DAY = 86_400_000
/** Days without a report after which the area ends, so that silence is seen. */
const GAP_DAYS = 7

const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`

/** The SVG path of an area under daily figures, in pieces where reports are missing. */
export const areaPath = (days: { at: number; value: number }[], x: X, y: Y): string =>
  piecesOf(days)
    .map((piece) => {
      const [first, last] = [piece[0], piece.at(-1)]
      if (!first || !last) return ''
      const line = piece.map(({ at, value }) => `L${point(x(at), y(value))}`).join('')
      const end = Math.max(x(last.at + DAY), x(first.at) + 1)
      return `M${point(x(first.at), y(0))}${line}L${point(end, y(last.value))}L${point(end, y(0))}Z`
    })
    .join('')

const piecesOf = <Day extends { at: number }>(days: Day[]): Day[][] => {
  const pieces: Day[][] = []
  for (const day of days) {
    const piece = pieces.at(-1)
    const last = piece?.at(-1)
    if (piece && last && day.at - last.at <= GAP_DAYS * DAY) piece.push(day)
    else pieces.push([day])
  }
  return pieces
}

/** The SVG path of limits that hold from their instant on, as steps up to `end`. */
export const limitPath = (
  limits: { at: number; limit: number }[],
  end: number,
  x: X,
  y: Y,
): string =>
  limits
    .map(({ at, limit }, index) => {
      const until = limits[index + 1]?.at ?? end
      return `${index === 0 ? 'M' : 'L'}${point(x(at), y(limit))}L${point(x(until), y(limit))}`
    })
    .join('')
