/** Frees the writer for the next in the queue. Calling it again has no effect. */
export type Release = () => void

interface Waiter {
  grant: (release: Release) => void
  refuse: (error: Error) => void
  timer: NodeJS.Timeout
}

/** First come, first served: at most one holder of the SQLite writer in this process. */
export class WriterQueue {
  readonly #waiters: Waiter[] = []
  #heldSince: number | undefined
  #closed = false

  /**
   * Waits for the writer.
   *
   * @param patienceMs how long to wait, in milliseconds
   * @throws when the time is over; most often a nested write without `req` waits for its own parent
   */
  acquire(patienceMs: number): Promise<Release> {
    if (this.#closed) return Promise.reject(closedError())
    if (this.#heldSince === undefined) return Promise.resolve(this.#hold())
    return new Promise((grant, refuse) => {
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1)
        refuse(this.#timeoutError(patienceMs))
      }, patienceMs)
      const waiter: Waiter = { grant, refuse, timer }
      this.#waiters.push(waiter)
    })
  }

  /** Refuses everyone who waits, and everyone who comes later. */
  close(): void {
    this.#closed = true
    for (const waiter of this.#waiters.splice(0)) {
      clearTimeout(waiter.timer)
      waiter.refuse(closedError())
    }
  }

  #hold(): Release {
    this.#heldSince = performance.now()
    let held = true
    return () => {
      if (!held) return
      held = false
      this.#heldSince = undefined
      const next = this.#waiters.shift()
      if (!next) return
      clearTimeout(next.timer)
      next.grant(this.#hold())
    }
  }

  #timeoutError(patienceMs: number): Error {
    const heldMs = Math.round(performance.now() - (this.#heldSince ?? performance.now()))
    return Object.assign(
      new Error(
        `SQLite writer timeout: waited ${patienceMs} ms while another write or transaction in this process held it ` +
          `(for ${heldMs} ms so far). A write inside a transaction must pass its \`req\`; a nested write without ` +
          '`req` waits for its own parent. Nothing was written.',
      ),
      { code: 'SQLITE_WRITER_TIMEOUT' },
    )
  }
}

/** What every call after `close()` gets. */
export const closedError = (): Error =>
  Object.assign(new Error('The SQLite client is closed'), { code: 'CLIENT_CLOSED' })
