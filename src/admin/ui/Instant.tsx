'use client'

import { useSyncExternalStore } from 'react'

import { useText } from '../useText'

const never = () => () => undefined

/**
 * A time in the reader's format and time zone. The server knows neither, so that the first
 * rendering shows the UTC date and the browser the rest.
 */
export const Instant = ({ at, dateOnly = false }: { at: string; dateOnly?: boolean }) => {
  const { language } = useText()
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const style = dateOnly ? ({ dateStyle: 'medium' } as const) : mediumShort
  return (
    <time dateTime={at}>
      {inBrowser ? new Intl.DateTimeFormat(language, style).format(new Date(at)) : at.slice(0, 10)}
    </time>
  )
}

const mediumShort = { dateStyle: 'medium', timeStyle: 'short' } as const
