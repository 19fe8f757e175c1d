'use client'

import { Button } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { errorText } from '../errorText'
import type { Load } from './useLoad'
import { useText } from '../useText'

type Props<T> = {
  load: Load<T>
  reload: () => void
  /** How many bars stand in for what is to come. */
  lines?: number
  children: (data: T) => ReactNode
}

/** What has been loaded; until then bars in its place, and where it failed a way to try again. */
export const Loaded = <T,>({ children, lines = 4, load, reload }: Props<T>) => {
  const texts = useText()
  if (load.status === 'ready') return <>{children(load.data)}</>
  if (load.status === 'failed')
    return (
      <div className="channel-note channel-note--error channel-failed" role="alert">
        <span>{errorText(texts, load.error)}</span>
        <Button buttonStyle="secondary" margin={false} onClick={reload} size="small">
          {texts.t('tryAgain')}
        </Button>
      </div>
    )
  return (
    <div className="channel-skeleton" role="status">
      <span className="channel-hidden">{texts.t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span aria-hidden="true" className="channel-skeleton__line" key={index} />
      ))}
    </div>
  )
}
