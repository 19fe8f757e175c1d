'use client'

import type { Sorting } from './sortRows'

type Props = {
  name: string
  /** Empty = the name. */
  sortKey: string
  number?: boolean
  sorting: Sorting
  onSort: (sorting: Sorting) => void
}

/** The head of a column, which sorts by it; figures the largest first, names from A. */
export const SortHeader = ({ name, number = false, onSort, sortKey, sorting }: Props) => {
  const here = sorting.key === sortKey
  const down = here ? !sorting.down : number
  const direction = sorting.down ? 'descending' : 'ascending'
  return (
    <th
      aria-sort={here ? direction : undefined}
      className={number ? 'channel-table__number' : undefined}
      scope="col"
    >
      <button
        className="channel-sort"
        data-sort={sortKey || 'name'}
        onClick={() => onSort({ key: sortKey, down })}
        type="button"
      >
        {name}
        <span aria-hidden="true">{here ? (sorting.down ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
}
