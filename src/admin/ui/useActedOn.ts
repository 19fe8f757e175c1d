'use client'

import { useDocumentInfo } from '@payloadcms/ui'

/** The document that buttons act on: the row they stand in, else the page's own. */
export const useActedOn = <Doc extends object>(rowData: Doc | undefined): Doc | null => {
  const { savedDocumentData } = useDocumentInfo()
  return rowData ?? (savedDocumentData as Doc | undefined) ?? null
}
