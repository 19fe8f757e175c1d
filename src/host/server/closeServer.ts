import type { Server, ServerResponse } from 'node:http'

/**
 * Lets a server be closed without cutting an answer short: `close` takes no more connections, lets
 * requests under way finish, and drops a connection as soon as nothing is under way on it.
 */
export const closable = (server: Server): { close: () => Promise<void> } => {
  let closing = false
  server.prependListener('request', (_request, response: ServerResponse) => {
    if (closing) response.setHeader('Connection', 'close')
    // A connection counts as idle only once its answer has been dealt with.
    response.once('close', () => {
      if (closing) setImmediate(() => server.closeIdleConnections())
    })
  })
  return {
    close: () =>
      new Promise((resolve) => {
        closing = true
        server.close(() => resolve())
        server.closeIdleConnections()
      }),
  }
}
