import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const nextConfig = {
  output: process.env.HOST_OUTPUT || undefined,
}

export default withPayload(nextConfig, { devBundleServerPackages: false })
