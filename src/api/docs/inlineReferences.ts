type Components = Record<string, Record<string, unknown> | undefined>

/**
 * An OpenAPI document's node with the components that it refers to in their places; for people, who
 * read what an answer holds where the route is. One within itself stays the reference that it is.
 */
export const inlineReferences = (
  node: unknown,
  components: Components,
  within: string[] = [],
): unknown => {
  if (Array.isArray(node)) return node.map((one) => inlineReferences(one, components, within))
  if (typeof node !== 'object' || node === null) return node
  const { $ref } = node as { $ref?: unknown }
  if (typeof $ref === 'string' && !within.includes($ref)) {
    const [, , kind = '', name = ''] = $ref.split('/')
    const component = components[kind]?.[name]
    if (component) return inlineReferences(component, components, [...within, $ref])
  }
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, inlineReferences(value, components, within)]),
  )
}
