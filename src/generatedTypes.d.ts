import type { Config } from './payload-types'

// Beside the generated file and not in it: the package must not tell a host what its own types are.
declare module 'payload' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- interfaces merge, types don't
  export interface GeneratedTypes extends Config {}
}
