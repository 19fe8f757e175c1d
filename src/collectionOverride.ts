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

/**
 * The collection as the host wants it.
 * @throws Error that names the collection whose override gives back something else
 */
export const overridden = (
  defaultCollection: CollectionConfig,
  override: CollectionOverride | undefined,
): CollectionConfig => {
  if (!override) return defaultCollection
  const final: Partial<CollectionConfig> | undefined =
    typeof override === 'function'
      ? override({ defaultCollection })
      : {
          ...defaultCollection,
          fields: override.fields({ defaultFields: defaultCollection.fields }),
        }
  const { slug } = defaultCollection
  if (final?.slug === slug && Array.isArray(final.fields)) return final as CollectionConfig
  throw new Error(
    `payload-channel: the override of "${slug}" must give back that collection, with its fields.`,
  )
}
