'use client'

import { getTranslation } from '@payloadcms/translations'
import { useConfig, useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import type { FieldLabels } from '../changeInWords'

/** What the fields of a collection are called, from its own config. */
export const useFieldLabels = (slug: string): FieldLabels => {
  const { i18n } = useTranslation()
  const { getEntityConfig } = useConfig()
  return useMemo(() => {
    const { fields } = getEntityConfig({ collectionSlug: slug })
    return Object.fromEntries(
      fields.flatMap((field) =>
        'name' in field && 'label' in field && field.label
          ? [[field.name, getTranslation(field.label as string, i18n)]]
          : [],
      ),
    )
  }, [getEntityConfig, i18n, slug])
}
