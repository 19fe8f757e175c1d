import type { PayloadRequest } from 'payload'

import type { Paid } from './originPurchase'

/** What a license that is created by hand begins with, beside what its document says. */
export type LicenseBeginning = {
  /** A unique key: a second license of the same request is refused. */
  issueKey: string
  paid: Paid
  /** Of the request, on the purchase that the license begins with. */
  identity: { requestKey?: string; requestHash?: string }
}

const KEY = 'channelLicenseBeginning'

/** For the hooks of the license's collection, which Payload tells nothing else. */
export const beginningOf = ({ context }: PayloadRequest): LicenseBeginning | undefined =>
  context?.[KEY] as LicenseBeginning | undefined

/** Runs the work with a beginning for the license that it creates. */
export const withBeginning = async <T>(
  req: PayloadRequest,
  beginning: LicenseBeginning,
  work: () => Promise<T>,
): Promise<T> => {
  req.context[KEY] = beginning
  try {
    return await work()
  } finally {
    delete req.context[KEY]
  }
}
