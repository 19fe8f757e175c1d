'use client'

import { useEffect, useState } from 'react'

/** Puts the focus on a line's first field once it is on the page, or on the button to add one. */
export const useFocusOnLine = (form: React.RefObject<HTMLElement | null>) => {
  const [target, setTarget] = useState<{ key: string | undefined } | null>(null)
  useEffect(() => {
    if (!target) return
    const first = target.key && `[data-line="${target.key}"] select`
    form.current?.querySelector<HTMLElement>(first || '.channel-add-line')?.focus()
  }, [form, target])
  return (key: string | undefined) => setTarget({ key })
}
