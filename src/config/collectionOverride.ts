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

/** The names of fields that hold data, in whatever rows and tabs they lie. */
const namesIn = (fields: Field[]): string[] =>
  fields.flatMap((field): string[] => {
    if (field.type === 'ui' || field.type === 'join') return []
    if (field.type === 'tabs')
      return field.tabs.flatMap((tab) => ('name' in tab ? [tab.name] : namesIn(tab.fields)))
    if ('name' in field && field.name) return [field.name]
    return 'fields' in field ? namesIn(field.fields) : []
  })

/** Why what an override gave back can't be the collection, or `undefined`. */
const faultOf = (
  { fields, slug }: CollectionConfig,
  final: Partial<CollectionConfig> | undefined,
): string | undefined => {
  if (typeof final !== 'object' || final === null) return 'Expected the collection.'
  if (final.slug !== slug)
    return `Expected the slug "${slug}": another one is given by the option slugs.`
  if (!Array.isArray(final.fields)) return 'Expected the collection with its fields.'
  const kept = new Set(namesIn(final.fields))
  const lost = namesIn(fields).filter((name) => !kept.has(name))
  return lost.length > 0
    ? `Expected its fields ${lost.join(', ')} too: hide those that are not wanted.`
    : undefined
}

/**
 * The collection as the host wants it.
 * @param key the collection's name in the options
 * @throws Error that names the option whose override gives back something else
 */
export const overridden = (
  key: string,
  defaultCollection: CollectionConfig,
  override: CollectionOverride | undefined,
): CollectionConfig => {
  if (!override) return defaultCollection
  const final =
    typeof override === 'function'
      ? override({ defaultCollection })
      : {
          ...defaultCollection,
          fields: override.fields({ defaultFields: defaultCollection.fields }),
        }
  const fault = faultOf(defaultCollection, final)
  if (fault !== undefined)
    throw new Error(`payload-channel: wrong options\n✖ ${fault}\n  → at overrides.${key}`)
  return final
}
