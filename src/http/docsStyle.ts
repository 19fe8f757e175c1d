/** What the documentation page adds to its library's own look. */
export const docsStyle = `
html { color-scheme: light dark; }
body { margin: 0; background: #fff; }
html.dark-mode body { background: #1c2022; }
.swagger-ui .info { margin: 30px 0 20px; }
@media (max-width: 600px) { .swagger-ui .wrapper { padding: 0 10px; } }
`
