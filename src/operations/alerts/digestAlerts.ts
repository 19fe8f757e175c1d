import type { PayloadRequest, Where } from 'payload'

import { slugsOf } from '../../channel'
import { readRows } from '../../database/readRows'
import type { DigestAlert } from '../../domain/alerts/digestMail'
import { idOf, type Id } from '../../domain/idOf'
import type { Alert, License } from '../../payload-types'

/** The open alerts that meet a condition, as a digest shows them; read as the system. */
export const digestAlertsOf = async (req: PayloadRequest, where: Where): Promise<DigestAlert[]> => {
  const slugs = slugsOf(req.payload)
  const open: Where = { and: [{ state: { equals: 'open' } }, where] }
  const alerts = await readRows<Alert>(req, slugs.alerts, open)
  const ids = [...new Set(alerts.map(({ license }) => idOf(license) as Id))]
  const licenses = await readRows<License>(req, slugs.licenses, { id: { in: ids } })
  const names = new Map(licenses.map(({ id, licenseId }) => [id as Id, licenseId]))
  return alerts.map((alert) => ({
    kind: alert.kind,
    licenseId: names.get(idOf(alert.license) as Id) ?? alert.title,
    date: dateOf(alert),
  }))
}

/** The date of what happened, from the figures that the alert was raised with. */
const dateOf = ({ figures, raisedAt }: Alert): string => {
  const { day, deployedAt, expiresAt, lastReportAt, reportedAt } = (figures ?? {}) as Record<
    string,
    string | undefined
  >
  return expiresAt ?? day ?? lastReportAt ?? reportedAt ?? deployedAt ?? raisedAt
}
