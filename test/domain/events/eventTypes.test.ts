import { describe, expect, it } from '@jest/globals'
import { eventTypes } from '../../../src/domain/events/eventTypes'

describe('eventTypes', () => {
  it('tell staff what a partner did, and the partner what staff decided', () => {
    expect(eventTypes).toMatchObject({
      'order.submitted': { audience: 'staff' },
      'order.approved': { audience: 'partner' },
      'order.rejected': { audience: 'partner' },
      'order.returned': { audience: 'partner' },
      'order.completed': { audience: 'partner' },
    })
  })
})
