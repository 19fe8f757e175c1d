const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const DEADLINE_MS = 25_000

/**
 * Runs `stop` at the first SIGTERM or SIGINT, then leaves: with 0, or with 1 where it failed or took
 * longer than the deadline. A second signal leaves at once.
 */
export const onStopSignal = (
  stop: () => Promise<void>,
  fail: (error: unknown) => void,
  deadlineMs = DEADLINE_MS,
): void => {
  let stopping = false
  const leave = () => {
    if (stopping) process.exit(1)
    stopping = true
    const late = new Promise<never>((_resolve, reject) => {
      setTimeout(() => reject(new Error('Stopping took too long.')), deadlineMs)
    })
    Promise.race([stop(), late]).then(
      () => process.exit(0),
      (error: unknown) => {
        fail(error)
        process.exit(1)
      },
    )
  }
  for (const signal of SIGNALS) process.on(signal, leave)
}
