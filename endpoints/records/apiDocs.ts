import type { Endpoint, PayloadRequest } from 'payload'

import { ChannelError } from '../../src/domain/errors'
import { docsFile } from '../../src/api/docs/docsFiles'
import { docsPage } from '../../src/api/docs/docsPage'
import { errorResponse } from '../../src/api/errorResponse'
import type { DocumentOf } from './openApi'

const HOUR = 'public, max-age=3600'

/** The documentation page and its files; all from here, so that it works without a network. */
export const apiDocs = (documentOf: DocumentOf): Endpoint[] => [
  {
    method: 'get',
    path: '/v1/docs',
    handler: (req: PayloadRequest): Response => docsPage(documentOf(req)),
  },
  {
    method: 'get',
    path: '/v1/docs/:file',
    handler: (req: PayloadRequest): Response => {
      const file = docsFile(String(req.routeParams?.file))
      if (!file) return errorResponse(req, new ChannelError('NOT_FOUND'))
      return new Response(file.body, {
        headers: {
          'Content-Type': file.type,
          'Cache-Control': HOUR,
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  },
]
