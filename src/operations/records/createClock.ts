/**
 * A clock that starts at an instant and goes on from there, so that leases taken late in a long
 * run still lie in the future, and tests choose the hour.
 */
export const createClock = (start: Date): (() => Date) => {
  const begun = performance.now()
  return () => new Date(start.getTime() + performance.now() - begun)
}
