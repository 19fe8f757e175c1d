'use client'

import type { ReactNode } from 'react'

import { Instant } from '../ui/Instant'
import { StateBadge } from '../ui/states/StateBadge'
import { useText } from '../useText'
import { useToday } from '../ui/useToday'
import { daysLeft } from './daysLeft'
import type { LicensePage } from './loadLicensePage'

/** State, product and what is left of its time; and what can be done. */
export const LicenseHeader = ({ children, page }: { page: LicensePage; children: ReactNode }) => {
  const { t } = useText()
  return (
    <header className="channel-head">
      <div className="channel-head__row">
        <StateBadge state={page.state} />
        <span className="channel-head__name">{page.product?.name ?? page.productType}</span>
        <span className="channel-head__expiry">
          {page.expiresAt ? (
            <>
              {t('expires')} <Instant at={page.expiresAt} dateOnly />{' '}
              <TimeLeft expiresAt={page.expiresAt} />
            </>
          ) : (
            t('neverExpires')
          )}
        </span>
      </div>
      {children}
      {page.stateReason && (
        <p className="channel-note channel-note--warning">
          <strong>{t('reason')}</strong> {page.stateReason}
        </p>
      )}
    </header>
  )
}

const TimeLeft = ({ expiresAt }: { expiresAt: string }) => {
  const { number, t } = useText()
  const today = useToday()
  if (!today) return null
  const days = daysLeft(expiresAt, today)
  const key = days < 0 ? 'daysAgo' : 'daysToGo'
  return <span className="channel-hint">{t(key, { days: number(Math.abs(days)) })}</span>
}
