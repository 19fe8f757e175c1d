import type { ErrorCode, ErrorDetails } from '../domain/errors'

export type ApiError = {
  code?: ErrorCode | 'NETWORK'
  message: string
  path?: string
  details?: ErrorDetails
}

export type ApiAnswer<T> = { ok: true; body: T } | { ok: false; status: number; errors: ApiError[] }

type Call = {
  method?: 'DELETE' | 'GET' | 'PATCH' | 'POST'
  body?: unknown
  headers?: Record<string, string>
}

/**
 * Calls the server as the logged-in user. Never throws: a server that can't be reached or does not
 * answer in JSON is an answer with one error.
 */
export const callApi = async <T>(
  url: string,
  { method = 'GET', body, headers }: Call = {},
): Promise<ApiAnswer<T>> => {
  try {
    const response = await fetch(url, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { ok: true, body: answer as T }
    return { ok: false, status: response.status, errors: errorsOf(answer) }
  } catch {
    return { ok: false, status: 0, errors: [{ code: 'NETWORK', message: '' }] }
  }
}

const errorsOf = (answer: unknown): ApiError[] => {
  const errors = (answer as { errors?: ApiError[] } | null)?.errors
  return errors?.length ? errors : [{ code: 'INTERNAL', message: '' }]
}
