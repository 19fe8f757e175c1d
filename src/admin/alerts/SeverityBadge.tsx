'use client'

import type { DefaultCellComponentProps } from 'payload'

import { severityChoices } from '../../../collections/choices'
import '../channel.css'
import { choiceName } from '../ui/fields/choiceName'
import { useText } from '../useText'

const tones: Record<string, string> = { critical: 'bad', warning: 'waiting' }

/** How serious an alert is, as a cell of the list and elsewhere. */
export const SeverityBadge = ({ cellData }: Pick<DefaultCellComponentProps, 'cellData'>) => {
  const { language } = useText()
  const severity = String(cellData)
  return (
    <span className={`channel-badge channel-badge--${tones[severity] ?? 'neutral'}`}>
      {choiceName(severityChoices, severity, language)}
    </span>
  )
}
