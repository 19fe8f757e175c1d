import type { Config } from './payload-types'

// Beside the generated file and not in it: the package must not tell a host what its own types are.
declare module 'payload' {
  export interface GeneratedTypes extends Config {}
}
