import type { Endpoint, PayloadRequest } from 'payload'

import { ChannelError } from '../src/domain/errors'
import { docsAsset } from '../src/http/docsAssets'
import { docsPage } from '../src/http/docsPage'
import { errorResponse } from '../src/http/errorResponse'

const HOUR = 'public, max-age=3600'

/** The documentation page and its files; all from here, so that it works without a network. */
export const apiDocs: Endpoint[] = [
  {
    method: 'get',
    path: '/v1/docs',
    handler: ({ payload: { config } }: PayloadRequest): Response => docsPage(config.routes.api),
  },
  {
    method: 'get',
    path: '/v1/docs/:file',
    handler: async (req: PayloadRequest): Promise<Response> => {
      const asset = await docsAsset(String(req.routeParams?.file))
      if (!asset) return errorResponse(req, new ChannelError('NOT_FOUND'))
      return new Response(asset.body as BodyInit, {
        headers: {
          'Content-Type': asset.type,
          'Cache-Control': HOUR,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  },
]
