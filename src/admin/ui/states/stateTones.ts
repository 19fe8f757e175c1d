export type Tone = 'bad' | 'good' | 'neutral' | 'waiting'

/** How a state looks; a state that is not here looks neutral. */
const tones: Record<string, Tone> = {
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
  failed: 'bad',
  open: 'waiting',
  resolved: 'good',
  running: 'waiting',
  done: 'good',
  parked: 'bad',
}

export const toneOf = (state: string): Tone => tones[state] ?? 'neutral'
