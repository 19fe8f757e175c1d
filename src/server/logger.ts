import { destination, pino, type DestinationStream, type Logger } from 'pino'

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
      redact: { paths: [...paths, '*["set-cookie"]', '*.*["set-cookie"]'], censor: '[redacted]' },
    },
    stream,
  )
