const SIGNALS = ['SIGINT', 'SIGTERM'] as const
const DEADLINE_MS = 25_000
/** Ctrl-C under npm arrives twice: from the terminal, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000
const LOOK_EVERY_MS = 500

/**
 * Runs `stop` at the first SIGTERM or SIGINT, then leaves: with 0, or with 1 where it failed or took
 * longer than the deadline. Another signal later on leaves at once.
 */
export const onStopSignal = (
  stop: () => Promise<void>,
  fail: (error: unknown) => void,
  deadlineMs = DEADLINE_MS,
): void => {
  let since: number | undefined
  const leave = () => {
    if (since !== undefined && Date.now() - since > SAME_SIGNAL_MS) process.exit(1)
    if (since !== undefined) return
    since = Date.now()
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
  onceParentIsGone(leave)
}

/**
 * npm passes SIGTERM on to the shell between itself and us, and that dies without a word to us: losing
 * the parent is the signal then. Started in another way, a process may well outlive its parent.
 */
const onceParentIsGone = (leave: () => void): void => {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    leave()
  }, LOOK_EVERY_MS).unref()
}
