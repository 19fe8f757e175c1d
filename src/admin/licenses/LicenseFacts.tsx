'use client'

import { Link } from '@payloadcms/ui'
import type { ReactNode } from 'react'

import { licenseTypeChoices } from '../../../collections/choices'
import type { SlugKey, Slugs } from '../../slugs'
import { choiceName } from '../ui/fields/choiceName'
import { Instant } from '../ui/Instant'
import { Panel } from '../ui/Panel'
import type { TextKey } from '../texts'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { LimitBar } from './LimitBar'
import type { LicensePage, Named } from './loadLicensePage'

const links: [TextKey, 'customer' | 'engineer' | 'order' | 'partner' | 'salesRep', SlugKey][] = [
  ['customer', 'customer', 'customers'],
  ['reseller', 'partner', 'partners'],
  ['salesRep', 'salesRep', 'salesReps'],
  ['engineer', 'engineer', 'engineers'],
  ['order', 'order', 'orders'],
]
const instants: [TextKey, 'createdAt' | 'deployedAt' | 'startsAt' | 'usageKeyAt'][] = [
  ['stepCreated', 'createdAt'],
  ['starts', 'startsAt'],
  ['deployed', 'deployedAt'],
  ['usageKeySince', 'usageKeyAt'],
]

/** Who has the license, through whom, since when, and how much of it is used. */
export const LicenseFacts = ({ page, slugs }: { page: LicensePage; slugs: Slugs }) => {
  const { language, t } = useText()
  return (
    <div className="channel-columns">
      <Panel title={t('license')}>
        <dl className="channel-facts">
          <Fact name={t('licenseType')}>
            {choiceName(licenseTypeChoices, page.licenseType, language)}
          </Fact>
          {links.map(([key, field, slug]) => (
            <LinkFact key={key} link={page[field]} name={t(key)} slug={slugs[slug]} />
          ))}
          {instants.map(([key, field]) => {
            const at = page[field]
            return (
              at && (
                <Fact key={key} name={t(key)}>
                  <Instant at={at} dateOnly />
                </Fact>
              )
            )
          })}
        </dl>
      </Panel>
      <Usage page={page} />
    </div>
  )
}

const Usage = ({ page: { limits, usage } }: { page: LicensePage }) => {
  const { t } = useText()
  return (
    <Panel title={t('usage')}>
      <LimitBar limit={limits.workspaces} name={t('workspaces')} used={usage?.workspaces ?? null} />
      <LimitBar limit={limits.users} name={t('users')} used={usage?.users ?? null} />
      <p className="channel-hint">
        {usage ? (
          <>
            {t('lastReport')} <Instant at={usage.reportedAt} />
          </>
        ) : (
          t('noUsage')
        )}
      </p>
    </Panel>
  )
}

const Fact = ({ children, name }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const LinkFact = ({ link, name, slug }: { link: Named | null; name: string; slug: string }) => {
  const routes = useRoutes()
  if (!link) return null
  return (
    <Fact name={name}>
      <Link className="channel-link" href={routes.admin(`/collections/${slug}/${link.id}`)}>
        {link.name}
      </Link>
    </Fact>
  )
}
