import type { DefaultEditView } from '@payloadcms/ui'
import type { DocumentViewServerProps } from 'payload'

/** The parts of the default view that a server component may hand on to the browser. */
export const slotsOf = ({
  documentSubViewType,
  formState,
  viewType,
  ...props
}: DocumentViewServerProps) =>
  ({
    documentSubViewType,
    formState,
    viewType,
    BeforeDocumentControls: props.BeforeDocumentControls,
    Description: props.Description,
    EditMenuItems: props.EditMenuItems,
    SaveButton: props.SaveButton,
  }) as React.ComponentProps<typeof DefaultEditView>
