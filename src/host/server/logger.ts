import { destination, pino, type DestinationStream, type LogFn, type Logger } from 'pino'

import { toErrorEntries } from '../../api/toErrorEntries'

const secretNames = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'apiKey',
  'hash',
  'salt',
]

/** Secrets by name, at the depths at which errors and requests carry them. */
const paths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`])

/**
 * What a client got wrong is no error of ours, though Payload logs it as one: one line without a
 * stack, for those who look for it.
 */
const quietly = function (this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const error = bareError(args)
  const { entries, status } = error ? toErrorEntries(error) : { entries: [], status: 500 }
  if (status >= 500) return method.apply(this, args)
  const { code, message, path } = entries[0] ?? {}
  this.debug({ code, path, msg: `refused: ${message}` })
}

/** As Payload logs what a route threw: nothing but the error. Whoever has a word to say is heard. */
const bareError = ([first, ...rest]: unknown[]): Error | undefined => {
  if (rest.length > 0) return undefined
  if (first instanceof Error) return first
  const { err, ...others } = (first ?? {}) as { err?: unknown }
  return err instanceof Error && Object.keys(others).length === 0 ? err : undefined
}

/**
 * Lines of JSON, written in the background: a request doesn't wait for its log line.
 * @param stream where to, instead of standard output
 */
export const createLogger = (
  level: string,
  stream: DestinationStream = destination({ sync: false, minLength: 4096, periodicFlush: 500 }),
): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      hooks: { logMethod: quietly },
      redact: { paths: [...paths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '[redacted]' },
    },
    stream,
  )
