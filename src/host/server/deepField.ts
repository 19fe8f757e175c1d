const codeOf = (character: string): number => character.charCodeAt(0)
const [quote, backslash] = [codeOf('"'), codeOf('\\')]
const opening = new Set([...'[{'].map(codeOf))
const closing = new Set([...']}'].map(codeOf))

/**
 * Where a JSON text has more levels than that: the name of its field, '' in a list; undefined where
 * it has not. A look at the brackets: to read such a text is what must not be tried.
 */
export const deepField = (text: Uint8Array, most: number): string | undefined => {
  let depth = 0
  let from = -1
  let name: [from: number, to: number] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] as number
    if (from >= 0 && byte === backslash) at += 1
    else if (byte === quote) {
      // The last text on the first level is the name of what is going to be opened.
      if (from >= 0 && depth === 1) name = [from + 1, at]
      from = from >= 0 ? -1 : at
    } else if (from >= 0) continue
    else if (opening.has(byte)) depth += 1
    else if (closing.has(byte)) depth -= 1
    if (depth > most) return Buffer.from(text.subarray(...name)).toString()
  }
  return undefined
}
