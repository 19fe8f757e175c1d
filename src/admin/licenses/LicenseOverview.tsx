'use client'

import '../channel.css'
import '../lifecycle.css'
import { LicenseActions } from './LicenseActions'
import { LicenseFacts } from './LicenseFacts'
import { LicenseHeader } from './LicenseHeader'
import { LicenseTimeline } from '../timeline/LicenseTimeline'
import type { LicenseOverviewProps } from './LicenseActions'

/** Where a license stands, what can be done with it, and everything that has happened to it. */
export const LicenseOverview = (props: LicenseOverviewProps) => (
  <div className="channel-page">
    <LicenseHeader page={props.page}>
      <LicenseActions {...props} />
    </LicenseHeader>
    <LicenseFacts page={props.page} slugs={props.slugs} />
    <LicenseTimeline page={props.page} />
  </div>
)
