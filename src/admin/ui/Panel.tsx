import { useId, type ReactNode } from 'react'

/** A titled part of a page. */
export const Panel = ({
  aside,
  children,
  hint,
  title,
}: {
  title: string
  hint?: string
  aside?: ReactNode
  children: ReactNode
}) => {
  const id = useId()
  return (
    <section aria-labelledby={id} className="channel-panel">
      <header className="channel-panel__head">
        <h2 className="channel-panel__title" id={id}>
          {title}
        </h2>
        {aside}
      </header>
      {hint && <p className="channel-hint">{hint}</p>}
      {children}
    </section>
  )
}
