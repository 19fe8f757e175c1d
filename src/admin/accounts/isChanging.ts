import type { FormField } from 'payload'

/**
 * Whether a new password is asked for: Payload marks its field at once, before anything is typed. The
 * mere entry means nothing, since the server sends one with every form.
 */
export const isChanging = (password: Partial<FormField> | undefined): boolean =>
  password?.valid === false || password?.value !== undefined
