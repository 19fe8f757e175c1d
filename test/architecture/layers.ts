import { type Import, importsOf } from './importsOf'

/** `may`: what code may need; `mayTypes`: what it may name, without needing it when it runs. */
export type Layer = { files: RegExp; may: RegExp[]; mayTypes?: RegExp[] }

const domain = /^src\/domain\//
const slugs = /^src\/slugs$/
const channel = /^src\/channel$/
const operations = /^src\/operations\//
const database = /^src\/database\//
const api = /^src\/api\//
const access = /^access\//
/** Any package, but no file of ours and nothing of Node.js itself. */
const packages = /^(?!node:|\.|(src|access|collections|endpoints|hooks|jobs)(\/|$))/
const payload = /^payload($|\/shared$)/
const zod = /^zod$/
const builtin = /^node:/
const options = /^src\/options$/
const documents = /^src\/payload-types$/

/** Who may import what; the first layer that a file is in counts. A layer may import itself. */
export const layers: Record<string, Layer> = {
  'domain with crypto': {
    files: /^src\/domain\/records\/hashChain\.ts$/,
    may: [domain, slugs, zod, /^node:crypto$/],
  },
  domain: { files: domain, may: [slugs, zod, /^date-fns(\/|$)/] },
  operations: {
    files: operations,
    may: [
      domain,
      slugs,
      channel,
      database,
      builtin,
      payload,
      /^p-limit$/,
      /^jose$/,
      /^access\/(callerOf|can|checkAsked|guardFields|isIdOf)$/,
    ],
    // The shapes on the wire have names here, and nothing more.
    mayTypes: [documents, options, api],
  },
  integrity: {
    files: /^src\/integrity\//,
    may: [operations, database, domain, slugs, channel, payload, zod, builtin],
    mayTypes: [documents],
  },
  api: { files: api, may: [domain, slugs, channel, payload, zod, /^graphql$/] },
  database: { files: database, may: [packages, builtin, domain, slugs, channel] },
  // `collections/choices` has the words for what the domain lists.
  admin: {
    files: /^src\/admin\//,
    may: [
      packages,
      domain,
      api,
      slugs,
      channel,
      options,
      access,
      /^collections\/choices$/,
      /^src\/operations\/records\/findAsCaller$/,
    ],
    mayTypes: [documents],
  },
  access: {
    files: access,
    may: [domain, slugs, channel, /^src\/database\/hasObjectIds$/, payload],
  },
  hooks: {
    files: /^hooks\//,
    // The log needs a document as it is stored, not as the caller may see it.
    may: [
      operations,
      domain,
      slugs,
      channel,
      access,
      /^src\/database\/(readRows|documents\/writtenDocument)$/,
      /^src\/api\/(toErrorEntries|fieldOfCaller|graphql\/graphqlError)$/,
      payload,
      zod,
    ],
    mayTypes: [documents],
  },
  endpoints: {
    files: /^endpoints\//,
    may: [api, operations, access, domain, payload, zod],
    mayTypes: [options],
  },
  jobs: {
    files: /^jobs\//,
    may: [operations, domain, slugs, channel, payload, /^access\/callerOf$/],
  },
  collections: {
    files: /^collections\//,
    may: [/^hooks\//, access, domain, slugs, payload],
    mayTypes: [options, channel],
  },
}

const layerOf = (file: string) => Object.entries(layers).find(([, { files }]) => files.test(file))

/** The imports that a file's layer does not allow, e.g. `hooks/a.ts → src/admin/b`. */
export const forbiddenImports = (file: string, imports: Import[] = importsOf(file)): string[] => {
  const found = layerOf(file)
  if (!found) return []
  const [, { files, may, mayTypes = [] }] = found
  const isAllowed = ({ target, typeOnly }: Import) =>
    files.test(`${target}.ts`) ||
    may.some((one) => one.test(target)) ||
    (typeOnly && mayTypes.some((one) => one.test(target)))
  return imports.filter((one) => !isAllowed(one)).map(({ target }) => `${file} → ${target}`)
}
