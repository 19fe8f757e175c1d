'use client'

import { Link, NavGroup } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'

import { useMay } from '../useMay'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'
import { viewPaths } from '../viewPaths'

/** In the navigation: the plugin's own pages, for those who may open them. */
export const NavLinks = () => {
  const { t } = useText()
  const may = useMay()
  const routes = useRoutes()
  const pathname = usePathname()
  const links = [
    { key: 'operations' as const, shown: may('licenses', 'create') === true },
    { key: 'performance' as const, shown: may('purchases', 'read') === true },
  ].filter(({ shown }) => shown)
  if (links.length === 0) return null
  return (
    <NavGroup label={t('work')}>
      {links.map(({ key }) => {
        const href = routes.admin(viewPaths[key])
        const here = pathname === href
        return (
          <Link
            aria-current={here ? 'page' : undefined}
            className={`nav__link ${here ? 'active' : ''}`}
            href={href}
            id={`nav-${key}`}
            key={key}
          >
            {here && <div className="nav__link-indicator" />}
            <span className="nav__link-label">{t(key)}</span>
          </Link>
        )
      })}
    </NavGroup>
  )
}
