type Waiting<K, T> = {
  key: K
  resolve: (found: T | null) => void
  reject: (error: unknown) => void
}

/** So many keys of one read, at most. */
const KEYS = 500

/**
 * One read for many callers at once: those that come while one is under way share the next one. It
 * begins after they came, so that each of them sees what was written before.
 * @param read what there is, by key
 */
export const readInBatches = <K, T>(
  read: (keys: K[]) => Promise<Map<K, T>>,
): ((key: K) => Promise<T | null>) => {
  const queue: Waiting<K, T>[] = []
  let isUnderWay = false
  const workOff = async (): Promise<void> => {
    isUnderWay = true
    while (queue.length > 0) {
      const group = queue.splice(0, KEYS)
      try {
        const found = await read([...new Set(group.map(({ key }) => key))])
        for (const { key, resolve } of group) resolve(found.get(key) ?? null)
      } catch (error) {
        group.forEach(({ reject }) => reject(error))
      }
    }
    isUnderWay = false
  }
  return (key) =>
    new Promise((resolve, reject) => {
      queue.push({ key, resolve, reject })
      if (!isUnderWay) void workOff()
    })
}
