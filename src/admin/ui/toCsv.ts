/** What a spreadsheet would take for a formula. */
const formula = /^[=+\-@\t\r]/

const cell = (value: number | string): string => {
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV (RFC 4180): texts that a spreadsheet would run as a formula are made plain text. */
export const toCsv = (rows: (number | string)[][]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')
