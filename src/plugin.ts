import type { Config, Plugin } from 'payload'

import { closeHost } from '../access/closeHost'
import { channelJobs } from '../jobs'
import { createChannel } from './channel'
import { panelUsers, refuseClashes } from './config/hostClashes'
import { parseOptions, type ChannelOptions, type ChannelPluginOptions } from './options'
import { ownCollections, ownSlugs, withUsers } from './config/ownCollections'
import { withBehavior } from './config/withBehavior'

/**
 * Adds channel sales to a Payload config: collections, fields on `users`, endpoints below
 * `/api/v1`, jobs and admin pages. The only place that changes the config; keeps what is there.
 * @throws Error that names each wrong option
 */
export const channelPlugin =
  (input: ChannelPluginOptions = {}): Plugin =>
  (config) => {
    const options = parseOptions(input, panelUsers(config))
    refuseClashes(config, options)
    // Disabled or not: those from outside can still log in.
    const host = closeHost({ ...config, collections: withUsers(config, options) }, options)
    const extended: Config = {
      ...host,
      collections: [...(host.collections ?? []), ...ownCollections(options)],
      custom: { ...config.custom, channel: createChannel(options, ownSlugs(config, options)) },
      // Its tables are part of the schema, disabled or not.
      jobs: channelJobs(config.jobs, options.disabled),
    }
    return options.disabled
      ? withoutBehavior(extended, config, options)
      : withBehavior(extended, options)
  }

/** The schema alone, so that the database stays as it is; the collections are closed. */
const withoutBehavior = (config: Config, before: Config, options: ChannelOptions): Config => {
  const hosts = new Set((before.collections ?? []).map(({ slug }) => slug))
  const closed = {
    create: () => false,
    read: () => false,
    update: () => false,
    delete: () => false,
  }
  return {
    ...config,
    collections: (config.collections ?? []).map((collection) =>
      hosts.has(collection.slug) || collection.slug === options.slugs.users
        ? collection
        : {
            ...collection,
            access: closed,
            hooks: {},
            admin: { ...collection.admin, hidden: true },
          },
    ),
  }
}
