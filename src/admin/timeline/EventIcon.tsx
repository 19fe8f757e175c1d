'use client'

import type { TimelineKind } from '../../domain/timeline/timelineView'

/** One stroke for each kind, on a field of 20 by 20. */
const paths: Record<TimelineKind, string> = {
  ordered: 'M3 4h2l2 9h8l2-6H6M8 16.5h.1M14 16.5h.1',
  created: 'M10 4v12M4 10h12',
  purchase: 'M4 6h12v9H4zM4 9h12',
  deployment: 'M10 4v9M6 8l4-4 4 4M4 16h12',
  usage: 'M4 15l4-5 3 3 5-7',
  state: 'M6 4v12M6 5h9l-2 3 2 3H6',
  change: 'M4 16l1-4 8-8 3 3-8 8z',
  alert: 'M10 4l7 12H3zM10 9v3M10 14h.1',
  expiry: 'M10 3a7 7 0 1 0 0 14a7 7 0 0 0 0-14M10 6v4l3 2',
}

export const EventIcon = ({ kind }: { kind: TimelineKind }) => (
  <svg aria-hidden="true" fill="none" height="18" viewBox="0 0 20 20" width="18">
    <path
      d={paths[kind]}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.3"
    />
  </svg>
)
