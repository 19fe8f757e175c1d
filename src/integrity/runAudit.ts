import { read, type Audit, type Check, type Doc, type Remark, type Severity } from './audit'
import { pagesOf } from './pagesOf'

export type Finding = { check: string; subject: string; documentId: string; message: string }

export type CheckResult = {
  check: string
  proves: string
  severity: Severity
  /** How many documents were looked at. */
  looked: number
  /** How many findings there are; `findings` holds the first of them. */
  found: number
  findings: Finding[]
}

/** Of a database in ruins no more than so many findings a check are kept. */
const MOST_KEPT = 1_000

/**
 * Runs the checks over a database that may be in use: it only reads. What it finds it looks at a
 * second time, as a document and the ones beside it are not read in the same moment.
 */
export const runAudit = async (audit: Audit, checks: Check[]): Promise<CheckResult[]> => {
  const results = new Map(checks.map((check) => [check, emptyResult(check)]))
  for (const key of new Set(checks.map(({ of }) => of))) {
    const own = [...results].filter(([check]) => check.of === key)
    for await (const docs of pagesOf(audit, key))
      for (const [check, result] of own) {
        result.looked += docs.length
        for (const remark of await remarksThatStay(audit, check, docs))
          addFinding(result, audit.slugs[key], remark)
      }
  }
  return [...results.values()]
}

export const emptyResult = ({ name, proves, severity = 'fault' }: Omit<Check, 'inspect' | 'of'>) =>
  ({ check: name, proves, severity, looked: 0, found: 0, findings: [] }) as CheckResult

export const addFinding = (result: CheckResult, subject: string, { id, message }: Remark): void => {
  result.found += 1
  if (result.findings.length < MOST_KEPT)
    result.findings.push({ check: result.check, subject, documentId: String(id), message })
}

const remarksThatStay = async (audit: Audit, check: Check, docs: Doc[]): Promise<Remark[]> => {
  const first = await check.inspect(audit, docs)
  if (first.length === 0) return []
  const suspects = new Set(first.map(({ id }) => id))
  const again = await read(audit, check.of, { id: { in: [...suspects] } })
  return check.inspect(audit, again)
}
