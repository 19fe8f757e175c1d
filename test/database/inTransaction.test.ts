import { describe, expect, it } from '@jest/globals'
import type { PayloadRequest } from 'payload'

import { inTransaction } from '../../src/database/inTransaction'

/** A request on a database that counts what becomes of its transactions. */
const requestOn = (ended: string[], transactionID?: string) =>
  ({
    transactionID,
    payload: {
      db: {
        beginTransaction: async () => 'own',
        commitTransaction: async () => void ended.push('commit'),
        rollbackTransaction: async () => void ended.push('rollback'),
      },
    },
  }) as unknown as PayloadRequest

const failing = (times: number, error: unknown) => {
  let runs = 0
  return async () => {
    runs += 1
    if (runs <= times) throw error
    return runs
  }
}

const label = (one: string) =>
  Object.assign(new Error('aborted'), { hasErrorLabel: (other: string) => other === one })
const deadlock = Object.assign(new Error('deadlock detected'), { code: 1 })
const code = (one: unknown) => Object.assign(new Error('collided'), { code: one })

describe('inTransaction', () => {
  it.each([
    ['a serialization failure of Postgres', code('40001')],
    ['a deadlock of Postgres, wrapped', new Error('Failed query', { cause: code('40P01') })],
    ['a write conflict of MongoDB', code(112)],
    ['a deadlock as FerretDB tells it', deadlock],
    ['an aborted transaction of MongoDB', label('TransientTransactionError')],
  ])('runs its work again after %s', async (_, error) => {
    const ended: string[] = []
    expect(await inTransaction(requestOn(ended), failing(2, error))).toBe(3)
    expect(ended).toEqual(['rollback', 'rollback', 'commit'])
  })

  it('gives up at some point', async () => {
    const ended: string[] = []
    const always = failing(Infinity, code(112))
    await expect(inTransaction(requestOn(ended), always)).rejects.toThrow('collided')
    expect(new Set(ended)).toEqual(new Set(['rollback']))
    expect(ended.length).toBeLessThan(10)
  })

  it('runs its work once when it fails by itself, or in somebody else’s transaction', async () => {
    const ended: string[] = []
    const once = failing(1, new Error('wrong'))
    await expect(inTransaction(requestOn(ended), once)).rejects.toThrow('wrong')
    const unknown = failing(1, label('UnknownTransactionCommitResult'))
    await expect(inTransaction(requestOn(ended), unknown)).rejects.toThrow('aborted')
    const theirs = failing(1, code('40001'))
    await expect(inTransaction(requestOn(ended, 'theirs'), theirs)).rejects.toThrow('collided')
    expect(ended).toEqual(['rollback', 'rollback'])
  })

  it('does not repeat what is half done where there are no transactions', async () => {
    const req = { payload: { db: {} } } as unknown as PayloadRequest
    await expect(inTransaction(req, failing(1, code(112)))).rejects.toThrow('collided')
  })
})
