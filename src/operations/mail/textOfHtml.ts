const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

const decode = (text: string): string =>
  text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return entities[name.toLowerCase()] ?? whole
    const code = hex ? parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** The replacements in their order; what they make of tags is text, and entities come last. */
const steps: [RegExp, string][] = [
  [/<!--.*?-->|<(head|style|script|title)\b.*?<\/\1\s*>/gis, ''],
  [/\s+/g, ' '],
  // A link whose text is its address is said once.
  [/<a\b[^>]*\bhref="([^"]*)"[^>]*>\s*\1\s*<\/a>/gi, '$1'],
  [/<a\b[^>]*\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gi, '$2:\n$1'],
  [/<br\b[^>]*>/gi, '\n'],
  [/<\/(p|h[1-6]|div|table|ul|ol|blockquote)>/gi, '\n\n'],
  [/<\/(tr|li)>/gi, '\n'],
  [/<[^>]*>/g, ''],
]

/** The plain text of an HTML mail, for those who read mail without HTML, and for spam filters. */
export const textOfHtml = (html: string): string => {
  const text = steps.reduce((result, [pattern, by]) => result.replace(pattern, by), html)
  const lines = decode(text)
    .split('\n')
    .map((line) => line.trim())
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
