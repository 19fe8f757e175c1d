import type { CollectionConfig, Field } from 'payload'
import { z } from 'zod'

/**
 * The host's last word on a collection, in the shapes that Payload's own plugins take: a function of
 * the default, or of its fields alone.
 * @example
 * ({ defaultCollection }) => ({ ...defaultCollection, labels: { singular: 'Deal', plural: 'Deals' } })
 * @example
 * { fields: ({ defaultFields }) => [...defaultFields, { name: 'vatNumber', type: 'text' }] }
 */
export type CollectionOverride =
  | ((args: { defaultCollection: CollectionConfig }) => CollectionConfig)
  | { fields: (args: { defaultFields: Field[] }) => Field[] }

const isFunction = (value: unknown): boolean => typeof value === 'function'

export const collectionOverride = z.custom<CollectionOverride>(
  (value) =>
    isFunction(value) ||
    (typeof value === 'object' && value !== null && 'fields' in value && isFunction(value.fields)),
  'Expected a function of { defaultCollection }, or { fields: a function of { defaultFields } }.',
)

/** The collection as the host wants it. */
export const overridden = (
  defaultCollection: CollectionConfig,
  override: CollectionOverride | undefined,
): CollectionConfig => {
  if (!override) return defaultCollection
  if (typeof override === 'function') return override({ defaultCollection })
  const fields = override.fields({ defaultFields: defaultCollection.fields })
  return { ...defaultCollection, fields }
}
