import type { Config, PayloadRequest } from 'payload'

import { slugsOf } from '../../channel'

type Mutations = NonNullable<NonNullable<Config['graphQL']>['mutations']>
type Field = {
  resolve?: (...args: [unknown, unknown, { req: PayloadRequest }, unknown]) => unknown
}
type Parts = {
  config: Parameters<typeof slugsOf>[0]['config']
  collections: Record<string, { graphQL?: { type: { name: string } } } | undefined>
  Mutation: { fields: Record<string, Field | undefined> }
}

/**
 * The mutation that verifies an address, limited as its route is: no hook of Payload's goes before
 * that operation. What a host makes of it comes after.
 */
export const limitVerification =
  (limit: (req: PayloadRequest) => Promise<void>, given?: Mutations): Mutations =>
  (graphql, parts) => {
    const { collections, config, Mutation } = parts as unknown as Parts
    const type = collections[slugsOf({ config }).users]?.graphQL?.type.name
    const name = `verifyEmail${type}`
    const field = type === undefined ? undefined : Mutation.fields[name]
    return { ...(field && { [name]: limited(field, limit) }), ...given?.(graphql, parts) }
  }

const limited = (field: Field, limit: (req: PayloadRequest) => Promise<void>): Field => ({
  ...field,
  resolve: async (...args) => {
    await limit(args[2].req)
    return field.resolve?.(...args)
  },
})
