'use client'

import { useEffect, useState } from 'react'

/** The time when the page was opened; `null` while the server renders it, which has another clock. */
export const useToday = (): Date | null => {
  const [today, setToday] = useState<Date | null>(null)
  useEffect(() => setToday(new Date()), [])
  return today
}
