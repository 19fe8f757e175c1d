import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation.js'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { formatAdminURL } from 'payload/shared'
import type { ReactNode } from 'react'

import '../channel.css'
import '../lifecycle.css'
import { OwnStepNav } from './OwnStepNav'
import type { TextKey } from '../texts'

type Props = {
  view: AdminViewServerProps
  title: TextKey
  /** Whether the reader may open the page; nobody else learns that there is one. */
  allows: (req: PayloadRequest) => boolean
  children: ReactNode
}

/** The frame of a page of the plugin: Payload checks nothing for such pages, so this does. */
export const OwnView = ({ allows, children, title, view }: Props) => {
  const { initPageResult, params, searchParams } = view
  const { locale, permissions, req, visibleEntities } = initPageResult
  const { admin, routes } = req.payload.config
  if (!req.user) redirect(formatAdminURL({ adminRoute: routes.admin, path: admin.routes.login }))
  if (!allows(req)) notFound()
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      viewActions={admin.components?.actions}
      visibleEntities={visibleEntities}
    >
      <OwnStepNav title={title} />
      <Gutter className="channel-view">{children}</Gutter>
    </DefaultTemplate>
  )
}
