'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import type { DeploymentState } from '../../domain/deployments/deploymentMachine'
import { Instant } from '../ui/Instant'
import '../lifecycle.css'
import { listUrl } from '../ui/listUrl'
import { Loaded } from '../ui/Loaded'
import { Panel } from '../ui/Panel'
import { useChannel } from '../useChannel'
import { useLoad } from '../ui/useLoad'
import { useRoutes } from '../useRoutes'
import { useStateName } from '../ui/states/useStateName'
import { useText } from '../useText'
import { DeploymentActions } from './DeploymentActions'

type Row = {
  id: string
  state: DeploymentState
  title?: null | string
  environment: string
  scheduledAt: string
  region?: null | string
  customer?: { name?: string } | null | string
}

/** Older failures are history: whoever still wanted the deployment has scheduled it anew. */
const failedSince = () => new Date(Date.now() - 30 * 86_400_000).toISOString()

/** What is still to be dealt with; failed ones the latest first, the others those due first. */
const columns: { state: DeploymentState; sort: string; recent?: true }[] = [
  { state: 'scheduled', sort: 'scheduledAt' },
  { state: 'in_progress', sort: 'scheduledAt' },
  { state: 'failed', sort: '-scheduledAt', recent: true },
]
const SHOWN = 5

/** The deployments that are still to be dealt with, by state. */
export const DeploymentBoard = () => {
  const { t } = useText()
  const [round, setRound] = useState(0)
  const done = () => setRound((last) => last + 1)
  return (
    <Panel hint={t('deploymentsHint')} title={t('deployments')}>
      <div className="channel-board">
        {columns.map((column) => (
          <Column key={column.state} onDone={done} round={round} {...column} />
        ))}
      </div>
    </Panel>
  )
}

type ColumnProps = (typeof columns)[number] & {
  /** Counts what was done on the board, which may have moved cards to this column. */
  round: number
  onDone: () => void
}

const Column = ({ onDone, recent, round, sort, state }: ColumnProps) => {
  const { number, t } = useText()
  const nameOf = useStateName()
  const routes = useRoutes()
  const { slugs } = useChannel()
  const [since] = useState(failedSince)
  const newest = recent ? `&where[finishedAt][greater_than]=${since}` : ''
  const query = `where[state][equals]=${state}${newest}&sort=${sort}&limit=${SHOWN}&depth=1`
  const { load, reload } = useLoad<{ docs: Row[]; totalDocs: number }>(
    `/${slugs.deployments}?${query}`,
  )
  useEffect(() => {
    if (round > 0) reload()
  }, [reload, round])
  const list = routes.admin(`/collections/${slugs.deployments}`)
  return (
    <section aria-label={nameOf(state)} className="channel-board__column" data-column={state}>
      <h3 className="channel-board__title">{nameOf(state)}</h3>
      <Loaded lines={3} load={load} reload={reload}>
        {({ docs, totalDocs }) => (
          <>
            {docs.length === 0 && <p className="channel-empty">{t('none')}</p>}
            <ul className="channel-board__cards">
              {docs.map((row) => (
                <Card key={row.id} onDone={onDone} row={row} />
              ))}
            </ul>
            {totalDocs > docs.length && (
              <Link
                className="channel-link channel-board__more"
                href={listUrl(list, [['state', 'equals', state]])}
              >
                {t('showAll', { count: number(totalDocs) })}
              </Link>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}

const Card = ({ onDone, row }: { row: Row; onDone: () => void }) => {
  const routes = useRoutes()
  const { slugs } = useChannel()
  const customer = typeof row.customer === 'object' ? row.customer?.name : null
  return (
    <li className="channel-board__card">
      <Link
        className="channel-link"
        href={routes.admin(`/collections/${slugs.deployments}/${row.id}`)}
      >
        {row.title ?? row.id}
      </Link>
      <span className="channel-hint">
        <Instant at={row.scheduledAt} />
        {customer && ` · ${customer}`}
      </span>
      <DeploymentActions onDone={onDone} rowData={row} />
    </li>
  )
}
