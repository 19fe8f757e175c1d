import { describe, expect, it } from '@jest/globals'
import type { CollectionConfig, Config, Field } from 'payload'

import { channelPlugin, type ChannelPluginOptions } from '../../src/index'

const apply = (config: Partial<Config>, options: ChannelPluginOptions = {}) =>
  channelPlugin(options)(config as Config) as Config

const faultOf = (config: Partial<Config>, options?: ChannelPluginOptions): string => {
  try {
    apply(config, options)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

const users = (...fields: Field[]): Partial<Config> => ({
  collections: [{ slug: 'users', auth: true, fields }],
})
const text = (name: string): Field => ({ name, type: 'text' })

/** The options that a message tells to paste. */
const advised = (fault: string): ChannelPluginOptions => {
  const [, pasted = ''] = /channelPlugin\((\{.*\})\)/.exec(fault) ?? []
  const json = pasted.replace(/(\w+):/g, '"$1":').replaceAll("'", '"')
  return JSON.parse(json || '{}') as ChannelPluginOptions
}

/** As the host wrote it: that people from outside can't write it is the plugin's, and no clash. */
const asWritten = (field: unknown): unknown =>
  JSON.parse(JSON.stringify(field, (key, value) => (key === 'access' ? undefined : value)))

describe('a start with something of the host’s in the way', () => {
  it.each<[string, Field]>([
    ['channelRoles', text('channelRoles')],
    ['partner', text('partner')],
    ['customer', { type: 'row', fields: [text('customer')] }],
    ['engineer', { type: 'collapsible', label: 'x', fields: [text('engineer')] }],
    ['language', { type: 'tabs', tabs: [{ label: 'x', fields: [text('language')] }] }],
    ['notify', { type: 'tabs', tabs: [{ name: 'notify', fields: [text('x')] }] }],
    ['salesRep', { type: 'group', fields: [{ type: 'row', fields: [text('salesRep')] }] }],
    ['name', { name: 'name', type: 'group', fields: [text('first')] }],
    ['partner', text('partnerId')],
  ])('names the field %s, and the option that helps does', (name, field) => {
    const fault = faultOf(users(field))
    expect(fault).toContain(`users.${name}`)
    expect(Object.keys(advised(fault).fieldNames ?? {})).toEqual([
      name === 'channelRoles' ? 'roles' : name,
    ])
    const { collections = [] } = apply(users(field), advised(fault))
    expect(asWritten(collections[0]?.fields[0])).toEqual(field)
  })

  it('takes the host’s roles for those of the channel when it is told to, and no field has them', () => {
    expect(faultOf(users(text('roles')))).toBe('')
    expect(faultOf(users(text('roles')), { fieldNames: { roles: 'roles' } })).toContain(
      'users.roles',
    )
  })

  it.each(['text', 'textarea'])('shows people by the host’s own name, a %s', (type) => {
    const { collections = [] } = apply(users({ name: 'name', type } as Field))
    const names = collections[0]?.fields.filter((field) => 'name' in field && field.name === 'name')
    expect(names).toEqual([{ name: 'name', type }])
  })

  it('names the slugs that are taken, by a collection or a global, and the option that helps does', () => {
    const host = {
      collections: [
        { slug: 'products', fields: [] },
        { slug: 'posts', fields: [] },
      ],
      globals: [{ slug: 'tiers', fields: [] }],
    }
    const fault = faultOf(host)
    expect(advised(fault).slugs).toEqual({ products: 'channel-products', tiers: 'channel-tiers' })
    expect(faultOf(host, advised(fault))).toBe('')
  })

  it.each<[string, Partial<Config>]>([
    [
      'that the panel is said to have',
      { admin: { user: 'admins' }, collections: [auth('admins')] },
    ],
    ['that are the first to log in', { collections: [auth('admins'), auth('members')] }],
  ])('takes the users %s, and refuses others', (_which, host) => {
    const { admin, collections } = apply(host)
    expect(admin?.user).toBe('admins')
    expect(collections?.map(({ slug }) => slug)).not.toContain('users')
    expect(faultOf(host, { slugs: { users: 'members' } })).toMatch(/admins.*members.*admin\.user/)
  })
})

function auth(slug: string): CollectionConfig {
  return { slug, auth: true, fields: [] }
}
