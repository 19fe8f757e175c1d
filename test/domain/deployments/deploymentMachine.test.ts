import { describe, expect, it } from '@jest/globals'

import {
  deploymentActions,
  deploymentMachine,
  deploymentStates,
} from '../../../src/domain/deployments/deploymentMachine'

describe('deploymentMachine', () => {
  it.each([
    ['scheduled', { start: 'in_progress', reschedule: 'scheduled', cancel: 'cancelled' }],
    ['in_progress', { complete: 'completed', fail: 'failed', cancel: 'cancelled' }],
    ['failed', { reschedule: 'scheduled', cancel: 'cancelled' }],
    ['completed', {}],
    ['cancelled', {}],
  ] as const)('from %s goes nowhere but %j', (from, ways) => {
    const found = deploymentActions.flatMap((action) =>
      deploymentMachine.targets(from, action).map((to) => [action, to]),
    )
    expect(Object.fromEntries(found)).toEqual(ways)
  })

  it('knows every state that a document may have', () => {
    expect(deploymentMachine.states.toSorted()).toEqual([...deploymentStates].toSorted())
  })
})
