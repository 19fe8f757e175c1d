'use client'

import '../channel.css'
import '../lifecycle.css'
import { useText } from '../useText'

type Props = {
  cellData?: null | number
  rowData?: { total?: null | number; state?: string }
}

/** How far a job or a deployment is: of its total where the row has one, else in percent. */
export const ProgressCell = ({ cellData, rowData }: Props) => {
  const { number, t } = useText()
  const done = cellData ?? 0
  const percent = rowData && !('total' in rowData)
  const total = percent ? 100 : (rowData?.total ?? null)
  if (total === null) return <span>{number(done)}</span>
  const text = percent
    ? t('percent', { value: number(done) })
    : t('usedOf', { used: number(done), limit: number(total) })
  return (
    <span className="channel-progress">
      <progress aria-label={text} max={Math.max(total, 1)} value={done} />
      <span>{text}</span>
    </span>
  )
}
