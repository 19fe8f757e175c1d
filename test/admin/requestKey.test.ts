import { describe, expect, it } from '@jest/globals'

import { requestKeys } from '../../src/admin/requestKey'

describe('requestKeys', () => {
  it('keeps the key while the content stays, so that a double click makes one order', () => {
    const keyFor = requestKeys()
    expect(keyFor('a')).toBe(keyFor('a'))
  })

  it('takes a new key for other content, which the server would refuse under the old one', () => {
    const keyFor = requestKeys()
    const first = keyFor('a')
    expect(keyFor('b')).not.toBe(first)
    expect(first).toMatch(/^[0-9a-f]{32}$/)
  })
})
