import type { Config, Field } from 'payload'

import { userFields } from '../../collections/accounts/users'
import { defaultFieldNames, type UserField } from '../domain/accounts/userFields'
import type { ChannelOptions } from '../options'
import type { SlugKey } from '../slugs'

type Named = { name: string; type: string }

/** The fields of a document's first level, out of rows, tabs and whatever else has no name. */
export const topFields = (fields: Field[]): Named[] =>
  fields.flatMap((field): Named[] => {
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) =>
        'name' in tab && tab.name ? [{ name: tab.name, type: 'tab' }] : topFields(tab.fields),
      )
    if ('name' in field && field.name) return [{ name: field.name, type: field.type }]
    return 'fields' in field ? topFields(field.fields) : []
  })

/**
 * What a host has already, and the plugin would bring: adopting it silently could make the roles of
 * a blog those of the channel.
 * @throws Error that names the option to solve it with
 */
export const refuseClashes = (config: Config, options: ChannelOptions): void => {
  const faults = [
    ...slugFaults(config, options),
    ...panelFaults(config, options),
    ...fieldFaults(config, options),
  ]
  if (faults.length > 0) throw new Error(`payload-channel: ${faults.join('\n')}`)
}

const slugFaults = ({ collections = [], globals = [] }: Config, { slugs }: ChannelOptions) => {
  const taken = new Set([...collections, ...globals].map(({ slug }) => slug))
  const keys = (Object.keys(slugs) as SlugKey[]).filter(
    (key) => key !== 'users' && taken.has(slugs[key]),
  )
  if (keys.length === 0) return []
  const others = keys.map((key) => `${key}: 'channel-${slugs[key]}'`).join(', ')
  return [
    `${keys.map((key) => slugs[key]).join(', ')}: there are collections or globals of that name. ` +
      `Give the plugin's others: channelPlugin({ slugs: { ${others} } })`,
  ]
}

/** Staff and partners work in the panel, which knows the users of one collection. */
const panelFaults = (config: Config, { slugs }: ChannelOptions) => {
  const panel = panelUsers(config)
  if (panel === undefined || panel === slugs.users) return []
  return [
    `The panel's users are ${panel}, those of the channel ${slugs.users}. ` +
      'Leave `slugs.users` out of the options, or set `admin.user` to the same.',
  ]
}

/** Whose the panel is, as Payload finds it out. */
export const panelUsers = ({ admin, collections = [] }: Config): string | undefined =>
  admin?.user ?? collections.find(({ auth }) => Boolean(auth))?.slug

const fieldFaults = ({ collections = [] }: Config, options: ChannelOptions) => {
  const { fieldNames, slugs } = options
  const host = collections.find(({ slug }) => slug === slugs.users)
  if (!host) return []
  const taken = topFields(host.fields).filter((field) => !isName(field, options))
  const used = new Set(taken.flatMap(columnsOf))
  const ours = new Map(topFields(userFields(options)).map((field) => [field.name, field]))
  const keys = (Object.keys(defaultFieldNames) as UserField[]).filter((key) =>
    columnsOf(ours.get(fieldNames[key]) as Named).some((column) => used.has(column)),
  )
  if (keys.length === 0) return []
  const others = keys.map((key) => `${key}: '${otherName(key, fieldNames[key])}'`).join(', ')
  return [
    `${keys.map((key) => `${slugs.users}.${fieldNames[key]}`).join(', ')}: the host has such a ` +
      `field. Give the plugin's another name: channelPlugin({ fieldNames: { ${others} } })`,
  ]
}

/** A host's own name of a user, in words, serves as well as the plugin's. */
const isName = ({ name, type }: Named, { fieldNames }: ChannelOptions): boolean =>
  name === fieldNames.name && (type === 'text' || type === 'textarea')

const otherName = (key: UserField, taken: string): string => {
  const name = `channel${key[0]?.toUpperCase()}${key.slice(1)}`
  return name === taken ? `${key}OfChannel` : name
}

/** As a field is named in a document and, where that differs, in a table. */
const columnsOf = ({ name, type }: Named): string[] => {
  const column = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return type === 'relationship' ? [column, `${column}_id`] : [column]
}
