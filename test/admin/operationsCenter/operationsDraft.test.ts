import { describe, expect, it } from '@jest/globals'

import {
  faultsOf,
  newOperation,
  operationBody,
  steps,
  type OperationsDraft,
} from '../../../src/admin/operationsCenter/operationsDraft'
import { licenseInput } from '../../../src/api/licenses/licenseInput'

const complete: OperationsDraft = {
  ...newOperation('USD'),
  product: {
    id: '7',
    sku: 'ENT-SUITE',
    name: 'Enterprise Suite',
    productType: 'enterprise',
    limits: { workspaces: 5, users: 100 },
  },
  customer: { id: '12', name: 'Adventure Works' },
  workspaces: '5',
  users: '100',
}
const changed = (changes: Partial<OperationsDraft>): OperationsDraft => ({
  ...complete,
  ...changes,
})
const faults = (draft: OperationsDraft) =>
  Object.assign({}, ...steps.map((step) => faultsOf(step, draft))) as object

describe('faultsOf', () => {
  it('lets a complete draft through every step', () => {
    expect(faults(complete)).toEqual({})
  })

  it.each<[string, Partial<OperationsDraft>, object]>([
    ['no product', { product: null }, { product: 'field.sku' }],
    ['no customer', { customer: null }, { customer: 'field.customer' }],
    ['a new customer', { customer: null, customerName: 'New Inc.' }, {}],
    [
      'an e-mail that is none',
      { customer: null, customerName: 'New Inc.', customerEmail: 'new@' },
      { email: 'field.endUserEmail' },
    ],
    ['no workspaces', { workspaces: '' }, { workspaces: 'field.limit' }],
    ['no whole number of users', { users: '1.5' }, { users: 'field.limit' }],
    ['no years', { durationYears: '0' }, { durationYears: 'field.durationYears' }],
    ['years of what never ends', { durationYears: '0', licenseType: 'perpetual' }, {}],
    ['an amount that is none', { amount: '12,5' }, { amount: 'field.amount' }],
    [
      'a deployment without a date',
      { deploys: true, deployment: { ...complete.deployment, scheduledAt: '' } },
      { scheduledAt: 'field.scheduledAt' },
    ],
    [
      'no date where nothing is deployed',
      { deployment: { ...complete.deployment, scheduledAt: '' } },
      {},
    ],
  ])('judges %s', (_, changes, expected) => {
    expect(faults(changed(changes))).toEqual(expected)
  })
})

describe('operationBody', () => {
  const schema = licenseInput({ currencies: ['USD'], regions: ['emea'] })

  it.each<[string, Partial<OperationsDraft>]>([
    ['a customer that is there', {}],
    ['a new customer', { customer: null, customerName: ' New Inc. ', customerEmail: 'a@b.test' }],
    [
      'a reseller, a sales rep and a price',
      {
        partner: { id: '1', name: 'Northwind' },
        salesRep: { id: '2', name: 'Sam' },
        amount: '1,200.50',
      },
    ],
    ['a deployment by the least loaded', { deploys: true }],
    [
      'a deployment by hand',
      {
        deploys: true,
        deployment: { ...complete.deployment, engineer: '3', region: 'emea', version: ' 2.1 ' },
      },
    ],
    ['a license that never ends', { licenseType: 'perpetual', durationYears: '' }],
  ])('is what the server accepts, with %s', (_, changes) => {
    expect(schema.safeParse(operationBody(changed(changes))).error).toBeUndefined()
  })

  it('says what was typed, in the units of the wire', () => {
    const draft = changed({ customer: null, customerName: ' New Inc. ', amount: '1,200.50' })
    expect(operationBody(draft)).toMatchObject({
      sku: 'ENT-SUITE',
      customer: { name: 'New Inc.' },
      limits: { workspaces: 5, users: 100 },
      purchase: { amount: 120_050, currency: 'USD' },
    })
    expect(operationBody(draft)).not.toHaveProperty('deployment')
  })
})
