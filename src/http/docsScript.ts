/**
 * Starts the documentation page. A file of its own, so that the page's policy can refuse scripts
 * within it; all addresses are the page's own, and no public validator is asked.
 */
export const docsScript = `
const dark = matchMedia('(prefers-color-scheme: dark)')
const follow = () => document.documentElement.classList.toggle('dark-mode', dark.matches)
dark.addEventListener('change', follow)
follow()
window.ui = SwaggerUIBundle({
  dom_id: '#docs',
  url: new URL('../openapi.json', document.currentScript.src).pathname,
  deepLinking: true,
  defaultModelsExpandDepth: -1,
  docExpansion: 'list',
  filter: true,
  tryItOutEnabled: false,
  validatorUrl: null,
})
`
