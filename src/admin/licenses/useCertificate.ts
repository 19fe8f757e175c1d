'use client'

import { useCallback } from 'react'

import { saveFile } from '../ui/saveFile'
import { useCommand } from '../useCommand'

/** Saves the license's signed certificate as a file, for a server that checks it without a network. */
export const useCertificate = (licenseId: string) => {
  const { run } = useCommand()
  return useCallback(async () => {
    const answer = await run<{ certificate: string }>({
      method: 'GET',
      path: `/v1/licenses/${licenseId}/certificate`,
    })
    if (answer) saveFile(`${licenseId}.jws`, 'application/jose', answer.certificate)
  }, [licenseId, run])
}
