import { describe, expect, it } from '@jest/globals'

import { keyOf, textIn, texts } from '../../src/admin/texts'
import { dashboardTexts } from '../../src/admin/dashboard/dashboardTexts'
import { licenseTexts } from '../../src/admin/licenses/licenseTexts'
import { operationsTexts } from '../../src/admin/operationsCenter/operationsTexts'
import { steps } from '../../src/admin/operationsCenter/operationsDraft'
import { alertActions } from '../../src/domain/alerts/alertMachine'
import { deploymentActions } from '../../src/domain/deployments/deploymentMachine'
import { licenseActions } from '../../src/domain/licenses/licenseMachine'
import { orderActions } from '../../src/domain/orders/orderMachine'
import { timelineKinds, timelineTexts } from '../../src/domain/timeline/timelineView'

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

describe('texts', () => {
  it('fills in the same values in both languages', () => {
    for (const { en, zh } of Object.values(texts))
      expect(placeholders(zh)).toEqual(placeholders(en))
  })

  it.each(orderActions)(
    'has a name for the action “%s”, as a button and in the history',
    (action) => {
      expect(keyOf('do', action)).toBeDefined()
      expect(keyOf('did', action)).toBeDefined()
    },
  )

  it.each(Object.keys(timelineTexts))('names the event “%s” of a timeline', (text) => {
    expect(keyOf('event', text)).toBeDefined()
  })

  it.each([
    ...licenseActions.flatMap((action) => [`task.${action}`, `did.${action}`, `hint.${action}`]),
    ...alertActions.flatMap((action) => [`do.${action}`, `did.${action}`]),
    ...deploymentActions.flatMap((action) => [`deploy.${action}`, `didDeploy.${action}`]),
    ...steps.map((step) => `step.${step}`),
    ...timelineKinds.map((kind) => `kind.${kind}`),
  ])('has the text “%s”', (key) => {
    expect(texts).toHaveProperty([key])
  })

  it.each([
    'EDIT_CONFLICT',
    'ORDER_STATE_CONFLICT',
    'REVISION_REQUIRED',
    'PRICE_CHANGED',
    'TOO_MANY_DRAFTS',
    'ORDER_LOCKED',
    'LOCKED',
    'FORBIDDEN',
    'NOT_FOUND',
    'ORDER_EMPTY',
    'AGREEMENT_REQUIRED',
    'AGREEMENT_CHANGED',
    'PARTNER_INACTIVE',
    'TOO_MANY_LINES',
    'TOO_MANY_LICENSES',
    'CURRENCY_CONFLICT',
    'APPROVAL_LIMIT_EXCEEDED',
    'NUMBERS_EXHAUSTED',
  ])('says in both languages why an order is refused: %s', (code) => {
    expect(keyOf('error', code)).toBeDefined()
  })

  it('is put together of parts that do not overlap', () => {
    const parts = [dashboardTexts, licenseTexts, operationsTexts].flatMap(Object.keys)
    expect(parts).toHaveLength(new Set(parts).size)
    for (const part of [dashboardTexts, licenseTexts, operationsTexts])
      expect(texts).toMatchObject(part)
  })
})

describe('textIn', () => {
  it('speaks the reader’s language, and English where it has no other', () => {
    expect(textIn('en')('line', { number: 2 })).toBe('Line 2')
    expect(textIn('zh')('line', { number: 2 })).toBe('第 2 行')
    expect(textIn('fr')('line', { number: 2 })).toBe('Line 2')
  })

  it('leaves a value that it was not given as it is', () => {
    expect(textIn('en')('line')).toBe('Line {number}')
  })
})
