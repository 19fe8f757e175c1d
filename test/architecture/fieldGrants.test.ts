import { describe, expect, it } from '@jest/globals'
import type { Field } from 'payload'
import { collections } from '../../collections'
import { userFields } from '../../collections/accounts/users'
import { fieldGrants } from '../../src/domain/fieldGrants'
import { ownerPaths } from '../../src/domain/grants'
import { parseOptions } from '../../src/options'
import type { SlugKey } from '../../src/slugs'

const options = parseOptions({ fieldNames: { roles: 'roles' } })
type Named = { name: string; access?: object }

/** The fields of a document's top level, rows and tabs looked through. */
const topLevel = (fields: Field[]): Named[] =>
  fields.flatMap((field): Named[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab ? [tab as Named] : topLevel(tab.fields)))
    if ('name' in field && field.name) return [field]
    return 'fields' in field ? topLevel(field.fields) : []
  })

const fieldsOf = (key: SlugKey): Named[] =>
  topLevel(key === 'users' ? userFields(options) : collections[key](options).fields)

/** What Payload adds to a collection by itself. */
const payloads = ['id', 'email', 'username']

describe('fieldGrants', () => {
  it.each(Object.entries(fieldGrants) as [SlugKey, object][])(
    'guard fields of %s that exist, and are attached to them',
    (key, grants) => {
      const fields = fieldsOf(key)
      for (const name of Object.keys(grants)) {
        const field = fields.find((one) => one.name === name)
        expect([name, field !== undefined || payloads.includes(name)]).toEqual([name, true])
        if (field) expect([name, field.access !== undefined]).toEqual([name, true])
      }
    },
  )
})

describe('ownerPaths', () => {
  it.each(Object.entries(ownerPaths) as [SlugKey, Record<string, string>][])(
    'of %s are fields that exist',
    (key, paths) => {
      const names = [...payloads, ...fieldsOf(key).map(({ name }) => name)]
      for (const path of Object.values(paths)) expect(names).toContain(path)
    },
  )
})
