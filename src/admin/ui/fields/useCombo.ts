'use client'

import { useState } from 'react'

import type { SlugKey } from '../../../slugs'
import { useFound, type Found } from './useFound'

type Combo = {
  resource: SlugKey
  chosen: Found | null
  onChoose: (found: Found | null) => void
  onNew?: (name: string) => void
}

/** What a combobox knows: what is typed, what was found, which option the arrow keys are at. */
export const useCombo = ({ chosen, onChoose, onNew, resource }: Combo) => {
  const [typed, setTyped] = useState(chosen?.name ?? '')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const found = useFound(resource, open ? typed : null)
  const fresh = onNew && typed.trim() && !found.some((one) => one.name === typed.trim())
  const options = [...found, ...(fresh ? [{ id: '', name: typed.trim() }] : [])]
  const choose = (option: Found) => {
    setOpen(false)
    setTyped(option.name)
    if (option.id) onChoose(option)
    else onNew?.(option.name)
  }
  const type = (text: string) => {
    setTyped(text)
    setOpen(true)
    setAt(-1)
    onChoose(null)
    onNew?.(text)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const option = options[at]
    if (step) {
      event.preventDefault()
      setOpen(true)
      setAt((at + step + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Enter' && open && option) {
      event.preventDefault()
      choose(option)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return { at, choose, onKeyDown, open, options, setOpen, type, typed }
}
