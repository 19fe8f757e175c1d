const TICK_MS = 100

/**
 * Time for something to happen, counted only while this process is able to notice it: however long
 * it was busy at a stretch counts as one tick.
 */
export const stallTimeout = (
  milliseconds: number,
): { over: Promise<undefined>; end: () => void } => {
  let left = Math.ceil(milliseconds / TICK_MS)
  let timer: NodeJS.Timeout | undefined
  const end = () => clearInterval(timer)
  const over = new Promise<undefined>((resolve) => {
    timer = setInterval(() => {
      left -= 1
      if (left > 0) return
      end()
      resolve(undefined)
    }, TICK_MS)
  })
  return { over, end }
}
