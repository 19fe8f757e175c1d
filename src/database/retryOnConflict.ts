import { isConflict } from './isConflict'

const ATTEMPTS = 6
const FIRST_PAUSE_MS = 20

/**
 * Runs the work again when it collided with another one's: up to six times, with longer pauses.
 * It must keep nothing outside of the database. `undone`: whether what it wrote is gone after a failure.
 */
export const retryOnConflict = async <T>(
  work: () => Promise<T>,
  undone = () => true,
): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || !isConflict(error) || !undone()) throw error
      await pause(attempt)
    }
  }
}

/** Twice as long each time, and not the same for two that have just collided. */
const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) =>
    setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt * (0.5 + Math.random() / 2)),
  )
