import type { Where } from 'payload'

/** A field, or the UTC month of an instant as `2026-12`. */
export type GroupKey = string | { month: string }

/** A field, or the seconds from one instant to another: none where that one lies before it. */
export type Summand = string | { from: string; to: string }

/** A condition, or pairs of fields of which in at least one the first is above the second. */
export type Counted = Where | { above: (readonly [string, string])[] }

/** What is asked of the documents of a collection; names on the left are those of the answer. */
export type Grouping = {
  /** `equals`, `in`, `exists` and comparisons only. */
  where: Where
  by: Record<string, GroupKey>
  sums?: Record<string, Summand>
  /** How many of a group meet a condition; `count`, of all, is always there. */
  counts?: Record<string, Counted>
  /** The groups with the highest of some ratios of sums only, the highest first. */
  top?: { ratios: (readonly [part: string, whole: string])[]; limit: number }
}

export const isAbove = (of: Counted): of is { above: (readonly [string, string])[] } =>
  Array.isArray((of as { above?: unknown }).above)
