import { describe, expect, it } from '@jest/globals'

import { listUrl } from '../../../src/admin/ui/listUrl'

describe('listUrl', () => {
  it('writes filters the way that the list reads them', () => {
    const url = listUrl('/admin/collections/licenses', [
      ['state', 'in', 'deployed,in_use'],
      ['productType', 'equals', 'R&D'],
    ])
    expect(url).toBe(
      '/admin/collections/licenses?where[or][0][and][0][state][in]=deployed%2Cin_use&where[or][0][and][1][productType][equals]=R%26D',
    )
    expect(listUrl('/admin/collections/licenses', [])).toBe('/admin/collections/licenses')
  })
})
