import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Next and the admin panel write styles and their own start into the page. */
const pageDirectives = {
  'default-src': ["'self'"],
  'script-src': ["'self'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'worker-src': ["'self'", 'blob:'],
  'frame-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'base-uri': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
}

const apiDirectives = { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] }

/** The pages' Content-Security-Policy as a header's value. */
export const pageSecurityPolicy = Object.entries(pageDirectives)
  .map(([name, sources]) => `${name} ${sources.join(' ')}`)
  .join(';')

/** What means something to a document only; an answer of the API is none. */
const pagesOnly = {
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const

const headersWith = (
  directives: Record<string, string[]>,
  https: boolean,
  without: Partial<typeof pagesOnly> = {},
): RequestHandler =>
  helmet({
    ...without,
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'same-origin' },
    // Over plain HTTP, as on one's own machine, a promise of HTTPS would lock visitors out.
    hsts: https,
  })

/** Security headers: nothing may be loaded or framed by an answer of the API; pages load their own. */
export const securityHeaders = (publicOrigin: string | undefined): RequestHandler => {
  const https = publicOrigin?.startsWith('https:') === true
  const forApi = headersWith(apiDirectives, https, pagesOnly)
  const forPages = headersWith(pageDirectives, https)
  return (request, response, next) =>
    (request.path.startsWith('/api/') ? forApi : forPages)(request, response, next)
}
