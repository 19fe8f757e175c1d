'use client'

import { useStepNav } from '@payloadcms/ui'
import { useEffect } from 'react'

import type { TextKey } from '../texts'
import { useText } from '../useText'

/** The trail above a page of the plugin. */
export const OwnStepNav = ({ title }: { title: TextKey }) => {
  const { t } = useText()
  const { setStepNav } = useStepNav()
  useEffect(() => setStepNav([{ label: t(title) }]), [setStepNav, t, title])
  return null
}
