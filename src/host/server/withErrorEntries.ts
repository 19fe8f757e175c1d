import { errorTable, type ErrorCode, type ErrorEntry } from '../../domain/errors'
import { toErrorEntries } from '../../api/toErrorEntries'

/** Gives an error answer of Payload's that has only a message the shape that all others have. */
export const withErrorEntries = async (response: Response): Promise<Response> => {
  const text = await response.text()
  const given = parse(text)
  if (Array.isArray(given?.errors)) return copy(response, text)
  const { status } = response
  const { entries } = toErrorEntries({ status })
  return copy(response, JSON.stringify({ ...given, errors: entries }), 'application/json')
}

/** An error's answer from its code alone. */
export const errorBody = (code: ErrorCode): { errors: ErrorEntry[] } => ({
  errors: [{ code, message: errorTable[code].message }],
})

const parse = (text: string): Record<string, unknown> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined
  } catch {
    return undefined
  }
}

const copy = ({ headers, status }: Response, body: string, type?: string): Response => {
  const all = new Headers(headers)
  all.delete('content-length')
  if (type) all.set('content-type', type)
  return new Response(body, { status, headers: all })
}
