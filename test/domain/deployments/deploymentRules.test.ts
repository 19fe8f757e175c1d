import { describe, expect, it } from '@jest/globals'

import {
  deploymentStates,
  type DeploymentState,
} from '../../../src/domain/deployments/deploymentMachine'
import {
  deploymentChanges,
  deploymentTitle,
  deploysLicense,
  isDeployable,
  isUnsettled,
  lockedField,
} from '../../../src/domain/deployments/deploymentRules'
import { licenseStates } from '../../../src/domain/licenses/licenseMachine'

const AT = '2026-05-04T10:00:00.000Z'
const EARLIER = '2026-05-04T08:00:00.000Z'

describe('isDeployable', () => {
  it('holds for licenses that nobody has stopped', () => {
    expect(licenseStates.filter(isDeployable)).toEqual(['created', 'deployed', 'in_use', 'renewed'])
  })
})

describe('deploysLicense', () => {
  it.each([
    ['production', true],
    ['staging', false],
    ['test', false],
  ])('of an environment for %s is %s', (environment, deploys) => {
    expect(deploysLicense({ environment })).toBe(deploys)
  })
})

describe('deploymentTitle', () => {
  it('names the license and the environment', () => {
    expect(deploymentTitle('ENT-202611-000042', 'staging')).toBe('ENT-202611-000042, staging')
  })
})

describe('lockedField', () => {
  const before = (state: DeploymentState) => ({
    state,
    license: { id: 'l' },
    environment: 'production',
    engineer: 'e',
    progress: 10,
    scheduledAt: '2026-05-01T00:00:00.000Z',
    version: null,
    notes: 'old',
  })
  const open = (field: string, value: unknown) =>
    deploymentStates.filter((state) => !lockedField(before(state), { [field]: value }))

  it.each([
    ['license', 'other', []],
    ['environment', 'staging', ['scheduled']],
    ['scheduledAt', AT, ['scheduled']],
    ['region', 'emea', ['scheduled', 'failed']],
    ['engineer', 'f', ['scheduled', 'in_progress', 'failed']],
    ['version', '2.0', ['scheduled', 'in_progress', 'failed']],
    ['progress', 20, ['in_progress']],
    ['notes', 'new', [...deploymentStates]],
    ['internalNotes', 'new', [...deploymentStates]],
  ])('lets %s be changed to %s only in %j', (field, value, states) => {
    expect(open(field, value)).toEqual(states)
  })

  it.each([
    ['a link, read with its document', { license: 'l' }],
    ['an instant, written in another zone', { scheduledAt: '2026-05-01T02:00:00+02:00' }],
    ['an instant, as a date', { scheduledAt: new Date('2026-05-01T00:00:00Z') }],
    ['nothing, written as an empty text', { version: '' }],
  ])('takes for unchanged %s', (_words, data) => {
    expect(lockedField(before('completed'), data)).toBeUndefined()
  })
})

describe('deploymentChanges', () => {
  it.each([
    ['start', {}, { startedAt: AT, progress: 0 }],
    ['complete', {}, { finishedAt: AT, progress: 100 }],
    ['complete', { version: '2.1', notes: 'ok' }, { version: '2.1', notes: 'ok' }],
    [
      'fail',
      { reason: 'No disk' },
      { finishedAt: AT, failureReason: 'No disk', failures: 2, failedAt: AT, failedBy: 'e' },
    ],
    ['cancel', {}, { finishedAt: AT, failureReason: null }],
    ['cancel', { reason: 'Not wanted' }, { failureReason: 'Not wanted' }],
    [
      'reschedule',
      { scheduledAt: '2026-06-01T00:00:00.000Z' },
      {
        scheduledAt: '2026-06-01T00:00:00.000Z',
        startedAt: null,
        finishedAt: null,
        failureReason: null,
        progress: 0,
      },
    ],
  ] as const)('of %s with %j are %j', (action, input, changes) => {
    const before = { failures: 1, engineer: { id: 'e' } }
    expect(deploymentChanges[action](input, AT, before)).toMatchObject(changes)
  })
})

describe('isUnsettled', () => {
  const done = { environment: 'production', finishedAt: AT }

  it.each([
    ['a license that has not heard of it', done, { state: 'created' }, true],
    ['a renewed one that was never deployed', done, { state: 'renewed' }, true],
    ['a deployed one', done, { state: 'deployed', deployedAt: AT }, false],
    ['one in use', done, { state: 'in_use' }, false],
    ['one deployed by it and renewed since', done, { state: 'renewed', deployedAt: AT }, false],
    [
      'one in use before it and renewed since',
      done,
      { state: 'renewed', deployedAt: EARLIER },
      false,
    ],
    [
      'one that reported before it and was renewed since',
      done,
      { state: 'renewed', usage: { reportedAt: EARLIER } },
      false,
    ],
    ['a terminated one', done, { state: 'terminated' }, false],
    ['staging', { ...done, environment: 'staging' }, { state: 'created' }, false],
  ] as const)('for %s', (_words, deployment, license, expected) => {
    expect(isUnsettled(deployment, license)).toBe(expected)
  })
})
