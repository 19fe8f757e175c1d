'use client'

import '../lifecycle.css'
import { useText } from '../useText'

/** How much of a limit is used; `null` = not reported yet. */
export const LimitBar = ({
  limit,
  name,
  used,
}: {
  name: string
  used: null | number
  limit: number
}) => {
  const { number, t } = useText()
  const share = used === null ? 0 : limit > 0 ? used / limit : used > 0 ? Infinity : 0
  const tone = share > 1 ? 'bad' : share > 0.9 ? 'warning' : 'good'
  return (
    <div className="channel-limit">
      <span className="channel-limit__name">{name}</span>
      <span className="channel-limit__value">
        {t('usedOf', { used: used === null ? '–' : number(used), limit: number(limit) })}
        {share > 1 && <strong> {t('overLimit')}</strong>}
      </span>
      <span aria-hidden="true" className="channel-limit__track">
        <span
          className={`channel-limit__bar channel-limit__bar--${tone}`}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </span>
    </div>
  )
}
