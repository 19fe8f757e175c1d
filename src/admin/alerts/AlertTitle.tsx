'use client'

import { DefaultCell } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { useAlertTitle } from './useAlertTitle'

/** An alert's title in the reader's language, otherwise as every title of a list. */
export const AlertTitle = (props: DefaultCellComponentProps) => (
  <DefaultCell {...props} cellData={useAlertTitle()(props.rowData)} />
)
