'use client'

import { useId } from 'react'

import '../../channel.css'
import { Labeled } from './Labeled'
import { useCombo } from './useCombo'
import type { Found } from './useFound'
import { useText } from '../../useText'
import type { SlugKey } from '../../../slugs'

type Props = {
  label: string
  name: string
  /** Where to look; by name. */
  resource: SlugKey
  chosen: Found | null
  error?: string
  onChoose: (found: Found | null) => void
  /** Offered beside what is found, for a name that is not there yet. */
  onNew?: (name: string) => void
}

/** Finds one document by the beginning of its name: a combobox, for keyboard and screen reader too. */
export const TypeAhead = ({ chosen, error, label, name, onChoose, onNew, resource }: Props) => {
  const { t } = useText()
  const id = useId()
  const { at, choose, onKeyDown, open, options, setOpen, type, typed } = useCombo({
    chosen,
    onChoose,
    onNew,
    resource,
  })
  return (
    <div className="channel-combo" onBlur={() => setOpen(false)}>
      <Labeled error={error} label={label}>
        {(field) => (
          <input
            {...field}
            aria-activedescendant={open && at >= 0 ? `${id}-${at}` : undefined}
            aria-autocomplete="list"
            aria-controls={`${id}-list`}
            aria-expanded={open && options.length > 0}
            autoComplete="off"
            className="channel-input"
            name={name}
            onChange={(event) => type(event.target.value)}
            onFocus={() => setOpen(true)}
            onKeyDown={onKeyDown}
            role="combobox"
            value={typed}
          />
        )}
      </Labeled>
      <ul
        aria-label={label}
        className="channel-combo__list"
        hidden={!open || options.length === 0}
        id={`${id}-list`}
        role="listbox"
      >
        {options.map((option, index) => (
          <li
            aria-selected={index === at}
            className="channel-combo__option"
            id={`${id}-${index}`}
            key={option.id}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault()
              choose(option)
            }}
            role="option"
          >
            {option.id ? option.name : t('createNamed', { name: option.name })}
          </li>
        ))}
      </ul>
    </div>
  )
}
