'use client'

import { useCallback } from 'react'

import { environmentChoices, purchaseTypeChoices } from '../../../collections/choices'
import { alertPhrase } from '../../domain/alerts/alertPhrase'
import type { AlertKind } from '../../domain/alerts/alertRules'
import type { TimelineEvent } from '../../domain/timeline/timelineView'
import type { FieldLabels } from '../ui/changeInWords'
import { choiceName } from '../ui/fields/choiceName'
import { keyOf } from '../texts'
import { useChannel } from '../useChannel'
import { useFieldLabels } from '../ui/fields/useFieldLabels'
import { usePeriodNames } from '../ui/usePeriodNames'
import { useText } from '../useText'

/** The title of an event in the reader's language; the server's own where there is no other. */
export const useEventTitle = () => {
  const { language, t } = useText()
  const { monthName } = usePeriodNames()
  const labels = useFieldLabels(useChannel().slugs.licenses)
  return useCallback(
    ({ params, text, title }: TimelineEvent): string => {
      const key = keyOf('event', text)
      if (!key) return title
      const { environment, fields, kind, month, thresholdDays, type } = params
      return t(key, {
        ...params,
        ...(kind && {
          alert: alertPhrase(
            { kind: kind as AlertKind, figures: params, thresholdDays: Number(thresholdDays) },
            language,
          ),
        }),
        ...(fields && { fields: namesOf(fields, labels) }),
        ...(environment && { environment: choiceName(environmentChoices, environment, language) }),
        ...(type && { type: choiceName(purchaseTypeChoices, type, language) }),
        ...(month && { month: monthName(month) }),
      })
    },
    [labels, language, monthName, t],
  )
}

/** `engineer, seats` as the fields are called. */
const namesOf = (fields: string, labels: FieldLabels): string =>
  fields
    .split(', ')
    .map((field) => labels[field] ?? field)
    .join(', ')
