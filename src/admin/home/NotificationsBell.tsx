'use client'

import { Link } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import '../channel.css'
import { Instant } from '../ui/Instant'
import { useChannel } from '../useChannel'
import { useMay } from '../useMay'
import { useNotifications, type Notification } from './useNotifications'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

/** In the header of every page: how much is unread, and what. */
export const NotificationsBell = () => {
  const may = useMay()
  // A host's own users have none, and would only hear that they may not ask.
  return may('notifications', 'read') ? <Bell /> : null
}

const Bell = () => {
  const { slugs } = useChannel()
  const { found, markRead } = useNotifications(slugs.notifications)
  const { number, t } = useText()
  const [open, setOpen] = useState(false)
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useCloseOutside(box, open, () => setOpen(false))
  if (!found) return null
  const count = found.totalDocs
  return (
    <div className="channel-bell" ref={box}>
      <button
        aria-controls={id}
        aria-expanded={open}
        aria-label={t('notificationsUnread', { count: number(count) })}
        className="channel-bell__button"
        onClick={() => setOpen(!open)}
        type="button"
      >
        <BellIcon />
        {count > 0 && (
          <span aria-hidden="true" className="channel-bell__count">
            {count > 99 ? '99+' : number(count)}
          </span>
        )}
      </button>
      {open && (
        <div className="channel-bell__panel" id={id}>
          <Unread markRead={(one) => void markRead(one)} notifications={found.docs} />
          <AllLink onFollow={() => setOpen(false)} slug={slugs.notifications} />
        </div>
      )}
    </div>
  )
}

const Unread = ({
  markRead,
  notifications,
}: {
  notifications: Notification[]
  markRead: (id?: string) => void
}) => {
  const { t } = useText()
  if (notifications.length === 0) return <p className="channel-empty">{t('noNotifications')}</p>
  return (
    <>
      <ul className="channel-bell__list">
        {notifications.map(({ createdAt, id, link, title }) => (
          <li className="channel-bell__item" key={id}>
            {link ? (
              <Link className="channel-link" href={link} onClick={() => markRead(id)}>
                {title}
              </Link>
            ) : (
              title
            )}
            <span className="channel-hint">
              <Instant at={createdAt} />
            </span>
            <button
              aria-label={`${t('markRead')}: ${title}`}
              className="channel-text-button"
              onClick={() => markRead(id)}
              type="button"
            >
              {t('markRead')}
            </button>
          </li>
        ))}
      </ul>
      <button className="channel-text-button" onClick={() => markRead()} type="button">
        {t('markAllRead')}
      </button>
    </>
  )
}

const AllLink = ({ onFollow, slug }: { slug: string; onFollow: () => void }) => {
  const { t } = useText()
  const routes = useRoutes()
  return (
    <Link className="channel-link" href={routes.admin(`/collections/${slug}`)} onClick={onFollow}>
      {t('allNotifications')}
    </Link>
  )
}

const BellIcon = () => (
  <svg aria-hidden="true" fill="none" height="20" viewBox="0 0 20 20" width="20">
    <path
      d="M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5-1.5 5h12s-1.5-1-1.5-5A4.5 4.5 0 0 0 10 3ZM8.5 15.5a1.5 1.5 0 0 0 3 0"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.2"
    />
  </svg>
)

/** Escape gives the focus back to the button; a click elsewhere just closes. */
const useCloseOutside = (
  box: React.RefObject<HTMLElement | null>,
  open: boolean,
  onClose: () => void,
) => {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    if (!open) return undefined
    const close = () => latest.current()
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      close()
      box.current?.querySelector('button')?.focus()
    }
    const onClick = ({ target }: MouseEvent) => {
      if (!box.current?.contains(target as Node)) close()
    }
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('mousedown', onClick)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('mousedown', onClick)
    }
  }, [box, open])
}
