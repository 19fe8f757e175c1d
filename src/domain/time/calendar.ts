/** 29 February of a leap year. */
const isLeapDay = (date: Date): boolean => date.getUTCMonth() === 1 && date.getUTCDate() === 29

/**
 * By the UTC calendar, whatever the server's time zone; 29 February + 1 year = 28 February.
 * @param anchor where a chain of years began: a chain from 29 February comes back to the 29th in
 * leap years, so that four times one year are as long as four years
 */
export const addUtcYears = (date: Date, years: number, anchor = date): Date => {
  const end = new Date(date)
  end.setUTCFullYear(date.getUTCFullYear() + years)
  if (end.getUTCMonth() !== date.getUTCMonth()) end.setUTCDate(0)
  const next = new Date(end.getTime() + 86_400_000)
  return isLeapDay(anchor) && isLeapDay(next) ? next : end
}
