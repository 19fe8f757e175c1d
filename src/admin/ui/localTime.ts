const two = (value: number): string => String(value).padStart(2, '0')

/** An instant as an input of the kind `datetime-local` takes it, in the reader's time zone. */
export const instantToLocal = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`

/** What such an input holds, as an instant in ISO UTC; `null` where it holds none. */
export const localToInstant = (text: string): null | string => {
  const at = new Date(text)
  return text === '' || Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Nine o'clock of the next day, where the reader is. */
export const tomorrowMorning = (now: Date): string =>
  instantToLocal(new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 9))
