'use client'

import { licenseStateChoices, orderStateChoices } from '../../collections/choices'
import { choiceName } from './choiceName'
import { useText } from './useText'

/** How a state looks; a state that is not here looks neutral. */
const tones: Record<string, 'bad' | 'good' | 'waiting'> = {
  pending_review: 'waiting',
  pending_payment: 'waiting',
  in_progress: 'good',
  completed: 'good',
  rejected: 'bad',
  cancelled: 'bad',
  deployed: 'good',
  in_use: 'good',
  renewed: 'good',
  expired: 'bad',
  suspended: 'waiting',
  terminated: 'bad',
}

const choices = [...orderStateChoices, ...licenseStateChoices]

/** A state in words, with a color that only repeats what the word says. */
export const StateBadge = ({ state }: { state: string }) => {
  const { language } = useText()
  return (
    <span
      className={`channel-badge channel-badge--${tones[state] ?? 'neutral'}`}
      data-state={state}
    >
      {choiceName(choices, state, language)}
    </span>
  )
}
