'use client'

import { RetryButton, type Queued } from './RetryButton'

/** In a row of the list as on the page. */
export const MailRetry = ({ rowData }: { rowData?: Queued }) => (
  <RetryButton path="mails" resource="mails" rowData={rowData} />
)
