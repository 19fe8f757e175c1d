import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../channel'
import { readRows } from '../database/readRows'
import type { Id } from '../domain/idOf'
import type { SlugKey, Slugs } from '../slugs'

/** A document as it is stored, read beside every rule. */
export type Doc = Record<string, unknown> & { id: Id }

/** What is wrong, and with which document. */
export type Remark = { id: Id; message: string }

export type Audit = { req: PayloadRequest; slugs: Slugs; now: Date }

/** Looks at a page of documents at once, so that what it needs beside them costs a read a page. */
export type Inspect = (audit: Audit, docs: Doc[]) => Promise<Remark[]> | Remark[]

/** `notice` = for somebody to know, no fault of the data. */
export type Severity = 'fault' | 'notice' | 'warning'

/** A row of the table of checks. */
export type Check = {
  name: string
  /** What holds when nothing is found. */
  proves: string
  /** The collection whose documents it looks at, page by page. */
  of: SlugKey
  severity?: Severity
  inspect: Inspect
}

export const startAudit = (req: PayloadRequest, now: Date): Audit => ({
  req,
  slugs: slugsOf(req.payload),
  now,
})

export const read = (audit: Audit, of: SlugKey, where: Where): Promise<Doc[]> =>
  readRows<Doc>(audit.req, audit.slugs[of], where)

/** Payload's types for a list of values, none of which is missing. */
export const present = (values: unknown[]): Id[] => [
  ...new Set(values.filter((value): value is Id => value !== null && value !== undefined)),
]

export const groupBy = <T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
