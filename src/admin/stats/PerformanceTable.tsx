'use client'

import { Link } from '@payloadcms/ui'
import { useState } from 'react'

import { Panel } from '../ui/Panel'
import { useChannel } from '../useChannel'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { CsvButtons } from './CsvButtons'
import { idOfRow, nameOfRow } from './nameOfRow'
import { performanceTabs, type TabKey } from './performanceTabs'
import { SortHeader } from './SortHeader'
import { sortRows, type PerformanceRow, type Sorting } from './sortRows'
import { useColumnText } from './useColumnText'

/** The table of one kind of people, sorted by any column. */
export const PerformanceTable = ({ rows, tab }: { rows: PerformanceRow[]; tab: TabKey }) => {
  const { t } = useText()
  const textOf = useColumnText()
  const { columns, who } = performanceTabs[tab]
  const [sorting, setSorting] = useState<Sorting>({ key: columns[0]?.key ?? '', down: true })
  const nameOf = (row: PerformanceRow) => nameOfRow(row, who) ?? t('nobody')
  const sorted = sortRows(rows, nameOf, columns, sorting)
  const header = { sorting, onSort: setSorting }
  return (
    <Panel
      aside={<CsvButtons columns={columns} nameOf={nameOf} rows={sorted} tab={tab} />}
      title={t(tab)}
    >
      <div className="channel-table-frame">
        <table className="channel-table channel-table--cards" data-table={tab}>
          <thead>
            <tr>
              <SortHeader {...header} name={t('name')} sortKey="" />
              {columns.map(({ key, text }) => (
                <SortHeader {...header} key={key} name={t(text)} number sortKey={key} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={idOfRow(row, who) ?? ''}>
                <td data-label={t('name')}>
                  <Who name={nameOf(row)} row={row} tab={tab} />
                </td>
                {columns.map((column) => (
                  <td
                    className="channel-table__number"
                    data-label={t(column.text)}
                    key={column.key}
                  >
                    {textOf(row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const Who = ({ name, row, tab }: { name: string; row: PerformanceRow; tab: TabKey }) => {
  const routes = useRoutes()
  const { slugs } = useChannel()
  const { slug, who } = performanceTabs[tab]
  const id = idOfRow(row, who)
  if (!id) return <>{name}</>
  return (
    <Link className="channel-link" href={routes.admin(`/collections/${slugs[slug]}/${id}`)}>
      {name}
    </Link>
  )
}
