'use client'

import { SetDocumentStepNav, useConfig, useDocumentTitle } from '@payloadcms/ui'
import type { CollectionSlug } from 'payload'
import { useEffect } from 'react'

import { useText } from '../useText'

/** The trail above the page, and the title beside it, which Payload's own edit view would set. */
export const OrderStepNav = ({
  id,
  slug,
  title,
}: {
  id?: number | string
  slug: CollectionSlug
  title: string | null
}) => {
  const { t } = useText()
  const { setDocumentTitle, title: current } = useDocumentTitle()
  const { getEntityConfig } = useConfig()
  const { admin, labels } = getEntityConfig({ collectionSlug: slug })
  const shown = title ?? t('newOrder')
  useEffect(() => {
    if (current === shown) return undefined
    // After the title's own provider, whose effect runs last and would take it back.
    const timer = setTimeout(() => setDocumentTitle(shown))
    return () => clearTimeout(timer)
  }, [current, setDocumentTitle, shown])
  return (
    <SetDocumentStepNav
      collectionSlug={slug}
      id={id}
      pluralLabel={labels.plural}
      useAsTitle={admin.useAsTitle}
    />
  )
}
