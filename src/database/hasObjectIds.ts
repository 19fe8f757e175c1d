import type { BasePayload } from 'payload'

/** Whether the database makes IDs of a form that its driver insists on, and Payload calls texts. */
export const hasObjectIds = ({ db }: Pick<BasePayload, 'db'>): boolean => db.name === 'mongoose'
