import type { CheckResult } from './runAudit'

/** How many findings of a check are printed. */
const MOST_SHOWN = 20

const marks = { fault: 'FAULT', warning: 'WARNING', notice: 'notice' } as const

/** Faults and warnings are for somebody to act on; a notice is no failure of the audit. */
export const hasFailed = (results: CheckResult[]): boolean =>
  results.some(({ found, severity }) => found > 0 && severity !== 'notice')

/** The table of checks with what each found, then the findings by check. */
export const reportAudit = (results: CheckResult[]): string => {
  const width = Math.max(...results.map(({ check }) => check.length))
  const table = results.map(({ check, found, looked, proves, severity }) => {
    const outcome = found === 0 ? 'ok' : marks[severity]
    const counts = `${String(looked).padStart(9)} ${String(found).padStart(7)}`
    return `${check.padEnd(width)} ${counts}  ${outcome.padEnd(7)}  ${proves}`
  })
  const head = `${'check'.padEnd(width)} ${'looked at'} ${'found'.padStart(7)}`
  return [head, ...table, ...results.flatMap(findingsOf), summaryOf(results)].join('\n')
}

const findingsOf = ({ check, findings, found }: CheckResult): string[] => {
  if (found === 0) return []
  const shown = findings.slice(0, MOST_SHOWN)
  return [
    '',
    `${check}:`,
    ...shown.map(({ documentId, message, subject }) => `  ${subject} ${documentId}: ${message}`),
    ...(found > shown.length ? [`  and ${found - shown.length} more`] : []),
  ]
}

const summaryOf = (results: CheckResult[]): string => {
  const count = (severity: CheckResult['severity']) =>
    results.reduce((sum, one) => sum + (one.severity === severity ? one.found : 0), 0)
  return `\n${results.length} checks: ${count('fault')} faults, ${count('warning')} warnings, ${count('notice')} notices.`
}
