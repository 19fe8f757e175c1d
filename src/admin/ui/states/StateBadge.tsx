'use client'

import '../../channel.css'
import { toneOf } from './stateTones'
import { useStateName } from './useStateName'

/** A state in words, with a color that only repeats what the word says. */
export const StateBadge = ({ state }: { state: string }) => {
  const nameOf = useStateName()
  return (
    <span className={`channel-badge channel-badge--${toneOf(state)}`} data-state={state}>
      {nameOf(state)}
    </span>
  )
}
