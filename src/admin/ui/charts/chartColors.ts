/** Payload's own colors, which know light and dark; far enough apart for those who see few of them. */
export const chartColors = {
  main: 'var(--theme-elevation-800)',
  good: 'var(--theme-success-500)',
  warning: 'var(--theme-warning-500)',
  bad: 'var(--theme-error-500)',
  muted: 'var(--theme-elevation-400)',
  grid: 'var(--theme-elevation-150)',
  text: 'var(--theme-elevation-650)',
} as const

export type ChartColor = keyof typeof chartColors

/** One row of figures: what it is for, and a number for each series. */
export type ChartRow = { label: string } & Record<string, number | string>

export type Series = { key: string; name: string; color: ChartColor }
