import type { Client, Json } from '../support/fixtures'
import { graphql, type Cell } from './roleMatrix'

const type = '{ kind name ofType { kind name ofType { kind name ofType { kind name } } } }'

const scalars: Record<string, unknown> = { Boolean: true, Float: 1, Int: 1 }

/**
 * A create with as little as the schema takes: of what is not even valid, no role would be asked for.
 */
export const graphqlCreate = async (reader: Client, one: string): Promise<Cell> => {
  const name = `mutation${one}Input`
  const data = await sampleOf(reader, name)
  if (!data) return () => Promise.resolve('none')
  return graphql(`mutation ($data: ${name}!) { create${one}(data: $data) { id } }`, { data })
}

const sampleOf = async (reader: Client, name: string): Promise<Json> => {
  const query = `{ __type(name: "${name}") { enumValues { name } inputFields { name type ${type} } } }`
  const { body } = await reader.post('/api/graphql', { query })
  const found = body.data?.__type
  if (!found?.inputFields) return found?.enumValues?.[0]?.name
  const entries: [string, unknown][] = []
  for (const field of found.inputFields)
    if (field.type.kind === 'NON_NULL')
      entries.push([field.name, await valueOf(reader, field.type.ofType)])
  return Object.fromEntries(entries)
}

const valueOf = async (reader: Client, { kind, name }: Json): Promise<unknown> => {
  if (kind === 'LIST') return []
  if (kind === 'SCALAR') return name in scalars ? scalars[name] : '1'
  return sampleOf(reader, name)
}
