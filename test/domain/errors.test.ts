import { describe, expect, it } from '@jest/globals'
import { ChannelError, errorTable, type ErrorCode } from '../../src/domain/errors'

const codes = Object.keys(errorTable) as ErrorCode[]

describe('errorTable', () => {
  it.each(codes)('gives %s a status that the API promises', (code) => {
    const promised = [400, 401, 403, 404, 405, 409, 413, 415, 422, 423, 429, 500, 503]
    expect(promised).toContain(errorTable[code].status)
  })

  it.each(codes)('says %s in a sentence', (code) => {
    expect(errorTable[code].message).toMatch(/^[A-Z].*\.$/)
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
  })

  it.each([
    ['the product writes American English', /licence|colour|cancell?ed order/i],
    ['nobody learns how it is made', /sql|database|stack|exception|null|undefined/i],
  ])('%s', (_name, pattern) => {
    for (const code of codes) expect(errorTable[code].message).not.toMatch(pattern)
  })

  it('does not tell which part of a login was wrong', () => {
    expect(errorTable.INVALID_CREDENTIALS).toMatchObject({ status: 401 })
    expect(errorTable.INVALID_CREDENTIALS.message).toMatch(/user name, e-mail or password/)
  })
})

describe('ChannelError', () => {
  it.each(codes)('carries %s with its status and message', (code) => {
    const error = new ChannelError(code)
    const { status, message } = errorTable[code]
    expect(error).toMatchObject({ name: 'ChannelError', code, status, message })
    expect(error.entries).toEqual([{ code, message }])
    expect(error).toBeInstanceOf(Error)
  })

  it('names the field, and may say more', () => {
    const error = new ChannelError('INVALID_INPUT', { path: 'items.0.sku', message: 'Too long.' })
    expect(error.entries).toEqual([
      { code: 'INVALID_INPUT', path: 'items.0.sku', message: 'Too long.' },
    ])
    expect(error.message).toBe('Too long.')
  })

  it('carries several faults; the first decides the status', () => {
    const first = { code: 'NOT_FOUND' as const, message: 'None.' }
    const second = { code: 'INVALID_INPUT' as const, message: 'Wrong.', path: 'b' }
    const error = ChannelError.of([first, second])
    expect(error.entries).toEqual([first, second])
    expect([error.code, error.status]).toEqual(['NOT_FOUND', 404])
  })
})
