/**
 * A key for `Idempotency-Key`: the same for the same content, so that a double click or a retry
 * makes one order. Random bytes straight from the source: `randomUUID` is missing on plain HTTP.
 */
export const requestKeys = () => {
  let last = { content: '', key: '' }
  return (content: string): string => {
    if (content !== last.content) last = { content, key: randomKey() }
    return last.key
  }
}

const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
