/** Nothing from elsewhere; the library writes styles and small images into the page. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/**
 * The page that shows the API, as an answer.
 * @param api the path of the API's route, e.g. `/api`
 */
export const docsPage = (api: string): Response => {
  const at = `${api}/v1/docs`
  const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>API of payload-channel</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${at}/swagger-ui.css" />
    <link rel="stylesheet" href="${at}/docs.css" />
  </head>
  <body>
    <main id="docs">
      <noscript>This page needs JavaScript. The document is <a href="${api}/v1/openapi.json">openapi.json</a>.</noscript>
    </main>
    <script src="${at}/swagger-ui-bundle.js"></script>
    <script src="${at}/docs.js"></script>
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
