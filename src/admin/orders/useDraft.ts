'use client'

import { useEffect, useRef, useState } from 'react'

import { blankLine, draftOf, type Draft, type DraftLine, type OrderView } from './orderDraft'

export type DraftEditor = {
  draft: Draft
  dirty: boolean
  /** The draft as it is now has been stored. */
  keep: () => void
  set: (changes: Partial<Draft>) => void
  setLine: (key: string, changes: Partial<DraftLine>) => void
  /** Each gives back the key of the line to go on with. */
  addLine: () => string
  duplicateLine: (key: string) => string
  removeLine: (key: string) => string | undefined
}

/** The form's content. Leaving the page with something unsaved asks first. */
export const useDraft = (order: OrderView | null, agreementVersion: string): DraftEditor => {
  const [draft, setDraft] = useState<Draft>(() => draftOf(order, agreementVersion))
  const [kept, setKept] = useState<Draft>(draft)
  const counter = useRef(0)
  const dirty = draft !== kept
  useLeaveWarning(dirty)
  const nextKey = () => `new-${(counter.current += 1)}`
  const setLines = (change: (lines: DraftLine[]) => DraftLine[]) =>
    setDraft((before) => ({ ...before, lines: change(before.lines) }))
  const insert = (line: DraftLine, after?: string) => {
    setLines((lines) => {
      const index = after ? lines.findIndex(({ key }) => key === after) + 1 : lines.length
      return lines.toSpliced(index, 0, line)
    })
    return line.key
  }
  return {
    draft,
    dirty,
    keep: () => setKept(draft),
    set: (changes) => setDraft((before) => ({ ...before, ...changes })),
    setLine: (key, changes) =>
      setLines((lines) => lines.map((line) => (line.key === key ? { ...line, ...changes } : line))),
    addLine: () => insert(blankLine(nextKey())),
    duplicateLine: (key) => {
      const line = draft.lines.find((one) => one.key === key) ?? blankLine(key)
      return insert({ ...line, key: nextKey() }, key)
    },
    removeLine: (key) => {
      const index = draft.lines.findIndex((line) => line.key === key)
      setLines((lines) => lines.filter((line) => line.key !== key))
      return (draft.lines[index + 1] ?? draft.lines[index - 1])?.key
    },
  }
}

const useLeaveWarning = (dirty: boolean) =>
  useEffect(() => {
    if (!dirty) return undefined
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [dirty])
