import { docsOperation, type ApiDocument, type DocumentedOperation } from './docsOperation'
import { escapeHtml } from '../../domain/escapeHtml'
import { inlineReferences } from './inlineReferences'

/** Nothing from elsewhere, and nothing within the page that runs. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

/** The page that shows the API: whole as it comes, also where no script runs. */
export const docsPage = (document: ApiDocument): Response => {
  const [{ url: api } = { url: '' }] = document.servers
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API of payload-channel</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${api}/v1/docs/docs.css" />
    <script src="${api}/v1/docs/docs.js" defer></script>
  </head>
  <body>
    <header>
      <h1>API of payload-channel</h1>
      <p>${escapeHtml(document.info.description)} All paths are below <code>${escapeHtml(api)}</code>. For programs: <a href="${api}/v1/openapi.json">openapi.json</a>.</p>
      <input id="filter" type="search" aria-label="Filter the routes" placeholder="Filter the routes" hidden />
    </header>
    <main>
${document.tags.map((tag) => section(tag, document)).join('\n')}
    </main>
  </body>
</html>
`
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy,
      'Cache-Control': 'public, max-age=3600',
    },
  })
}

const section = (tag: ApiDocument['tags'][number], { components, paths }: ApiDocument): string => {
  const whole = (operation: DocumentedOperation) =>
    inlineReferences(operation, components) as DocumentedOperation
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, DocumentedOperation>)
      .filter(([, { tags }]) => tags.includes(tag.name))
      .map(([method, operation]) => docsOperation(method, path, whole(operation))),
  )
  return `<section><h2>${escapeHtml(tag.name)}</h2><p>${escapeHtml(tag.description)}</p>
${routes.join('\n')}</section>`
}
