'use client'

import { RetryButton, type Queued } from './RetryButton'

/** In a row of the list as on the page. */
export const JobRetry = ({ rowData }: { rowData?: Queued }) => (
  <RetryButton path="job-runs" resource="jobRuns" rowData={rowData} />
)
