import type { CollectionConfig } from 'payload'

import { collections } from '../../collections'
import { parseOptions, type ChannelPluginOptions } from '../options'

export type OwnCollection = keyof typeof collections

/**
 * The plugin's collections by their name in code, as it would add them before the host's overrides:
 * for a host that composes its config by itself, or reads what a collection has. Their rules and
 * hooks need `channelPlugin` in the config that they run in.
 * @throws Error that names each wrong option
 * @example
 * const { orders } = buildCollections()
 * const names = orders.fields.flatMap((field) => ('name' in field ? [field.name] : []))
 */
export const buildCollections = (
  input: ChannelPluginOptions = {},
): Record<OwnCollection, CollectionConfig> => {
  const options = parseOptions(input)
  return Object.fromEntries(
    Object.entries(collections).map(([key, define]) => [key, define(options)]),
  ) as Record<OwnCollection, CollectionConfig>
}
