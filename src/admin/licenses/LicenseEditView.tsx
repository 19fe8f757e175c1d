import { DefaultEditView } from '@payloadcms/ui'
import { notFound } from 'next/navigation.js'
import type { DocumentViewServerProps } from 'payload'

import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import { OrderStepNav } from '../ui/OrderStepNav'
import { slotsOf } from '../slotsOf'
import { LicenseOverview } from './LicenseOverview'
import { loadLicensePage } from './loadLicensePage'

/** A license as a page to understand it and to act on it; a new one is Payload's own form. */
export const LicenseEditView = async (props: DocumentViewServerProps) => {
  const { req } = props.initPageResult
  const id = props.doc?.id
  if (!id) return <DefaultEditView {...slotsOf(props)} />
  const page = await loadLicensePage(req, id)
  if (!page) return notFound()
  const { currencies, regions, slugs } = channelOf(req.payload).options
  return (
    <>
      <OrderStepNav id={page.id} slug={slugs.licenses} title={page.licenseId} />
      <LicenseOverview currencies={currencies} page={page} regions={regions} slugs={slugs} />
    </>
  )
}

/** Payload's own form with every field, for those who may change some. */
export const LicenseFieldsView = (props: DocumentViewServerProps) =>
  accessOf(props.initPageResult.req, 'licenses', 'update') ? (
    <DefaultEditView {...slotsOf(props)} />
  ) : (
    notFound()
  )
