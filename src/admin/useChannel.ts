'use client'

import { useConfig } from '@payloadcms/ui'

import type { ChannelClient } from './channelAdmin'

/** What the plugin's parts in the browser know of its options. */
export const useChannel = (): ChannelClient =>
  useConfig().config.admin.custom?.channel as ChannelClient
