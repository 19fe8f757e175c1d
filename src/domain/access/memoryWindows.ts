import type { RateWindow } from './rateLimits'

/** More keys than this at once are an attack on the memory: the oldest windows go first. */
const MOST = 50_000

export type MemoryWindows = {
  increment: (key: string, windowMs: number, now: Date) => RateWindow
  /** The window as it is, without counting. */
  peek: (key: string, now: Date) => RateWindow | undefined
  /** What all nodes have counted together, where that is more. */
  learn: (key: string, window: RateWindow) => RateWindow
}

/** Counts in the memory of one process: for what is asked too often to write down each time. */
export const memoryWindows = (): MemoryWindows => {
  const windows = new Map<string, RateWindow>()
  const peek: MemoryWindows['peek'] = (key, now) => {
    const found = windows.get(key)
    return found && found.resetsAt > now ? found : undefined
  }
  const increment: MemoryWindows['increment'] = (key, windowMs, now) => {
    const found = peek(key, now)
    if (found) {
      found.hits += 1
      return found
    }
    // Behind the others again: the map stays in the order in which windows began.
    windows.delete(key)
    if (windows.size >= MOST) windows.delete(windows.keys().next().value as string)
    const begun = { hits: 1, resetsAt: new Date(now.getTime() + windowMs) }
    windows.set(key, begun)
    return begun
  }
  const learn: MemoryWindows['learn'] = (key, window) => {
    const known = windows.get(key)
    if (known && known.hits >= window.hits) return known
    windows.set(key, window)
    return window
  }
  return { increment, learn, peek }
}
