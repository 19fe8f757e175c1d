import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { withPayload } from '@payloadcms/next/withPayload'

// The plugin's folders lie beside src, so the build has to look one level up.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/** @type {import('next').NextConfig} */
const config = {
  // Express compresses and names itself or not; twice would be once too often.
  compress: false,
  poweredByHeader: false,
  devIndicators: false,
  outputFileTracingRoot: root,
  turbopack: { root },
  // `npm run typecheck` checks the types of the whole repository. The build rewrites the tsconfig
  // that it is given where that lacks a line of Next's, hence one that has them all.
  typescript: { ignoreBuildErrors: true, tsconfigPath: 'app/tsconfig.json' },
  // Errors are told apart by name, which minification would shorten to a letter.
  experimental: { serverMinification: false },
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
}

export default withPayload(config, { devBundleServerPackages: false })
