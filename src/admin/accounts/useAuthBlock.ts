'use client'

import { useLayoutEffect, useState } from 'react'

/** Where Payload asks for a new password; else below the e-mail address, before the buttons. */
const placeOf = (): [Element, Element | null] | undefined => {
  const block = document.querySelector('.auth-fields')
  const changing = block?.querySelector('.auth-fields__changing-password')
  if (changing) return [changing, null]
  return block ? [block, block.querySelector(':scope > .auth-fields__controls')] : undefined
}

/**
 * An element of its own in Payload's block of e-mail and password, which has no place for others. It
 * moves as the block changes, so that what is typed into it stays. None on the server.
 */
export const useAuthBlock = (isShown: boolean): HTMLElement | null => {
  const [own] = useState(() =>
    typeof document === 'undefined' ? null : document.createElement('div'),
  )
  // After each render: the block comes and goes without a word.
  useLayoutEffect(() => {
    const [parent, next] = (isShown && placeOf()) || []
    if (!own || !parent) own?.remove()
    else if (own.parentElement !== parent) parent.insertBefore(own, next ?? null)
  })
  return own
}
