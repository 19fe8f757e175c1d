import { describe, expect, it } from '@jest/globals'

import { toErrorEntries } from '../../src/api/toErrorEntries'

const codeOf = (error: unknown) => {
  const { entries, status } = toErrorEntries(error)
  return [status, entries[0]?.code]
}
const named = (name: string) => Object.assign(new Error('secret host'), { name })
const coded = (code: number | string) => Object.assign(new Error('secret host'), { code })

describe('toErrorEntries', () => {
  it.each([
    ['a refused connection', coded('ECONNREFUSED')],
    ['a connection that was cut', coded('ECONNRESET')],
    ['a name that nobody resolves', coded('EAI_AGAIN')],
    ['a server that shuts down', coded('57P01')],
    ['a server that starts', coded('57P03')],
    ['a server with too many connections', coded('53300')],
    ['transactions that collide on Postgres', coded('40001')],
    ['writes that collide on MongoDB', coded(112)],
    ['a connection lost in the middle', new Error('Connection terminated unexpectedly')],
    [
      'a connection that was not made in time',
      new Error('timeout exceeded when trying to connect'),
    ],
    ['a statement without an answer', new Error('Query read timeout')],
    ['a driver that finds no server', named('AnyServerSelectionError')],
    ['a driver whose network is down', named('AnyNetworkTimeoutError')],
    ['a driver whose queue is full', named('AnyWaitQueueTimeoutError')],
    ['any of them as the cause', new Error('Failed query', { cause: coded('ECONNREFUSED') })],
  ])('answers 503 to %s, and tells nothing of it', (_words, error) => {
    expect(codeOf(error)).toEqual([503, 'UNAVAILABLE'])
    expect(JSON.stringify(toErrorEntries(error))).not.toContain('secret')
  })

  it.each([
    ['a fault of ours', new Error('x is not a function'), [500, 'INTERNAL']],
    ['a value that the database does not take', coded('22P02'), [422, 'INVALID_INPUT']],
    ['a taken value', coded('23505'), [409, 'DUPLICATE']],
    ['nothing at all', undefined, [500, 'INTERNAL']],
  ])('takes no outage for %s', (_words, error, expected) => {
    expect(codeOf(error)).toEqual(expected)
  })
})
