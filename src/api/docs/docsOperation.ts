import { escapeHtml } from '../../domain/escapeHtml'
import type { openApiDocument } from './openApiDocument'
import { outlineOf, rulesInWords } from './outlineOf'

type Content = { 'application/json'?: { schema: unknown; example?: unknown } }

export type DocumentedOperation = {
  operationId: string
  summary: string
  tags: string[]
  security?: Record<string, unknown>[]
  parameters: { name: string; in: string; description?: string; schema: unknown }[]
  requestBody?: { content: Content }
  responses: Record<string, { description: string; content?: Content }>
}

export type ApiDocument = ReturnType<typeof openApiDocument>

/** One route as a part of the page that opens and closes; its anchor is the operation's ID. */
export const docsOperation = (
  method: string,
  path: string,
  operation: DocumentedOperation,
): string => `<details id="${escapeHtml(operation.operationId)}">
<summary><b class="${method}">${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> <span>${escapeHtml(operation.summary)}</span></summary>
${[caller(operation), parameters(operation), body(operation), responses(operation)].join('\n')}
</details>`

const caller = ({ security }: DocumentedOperation): string => {
  if (!security)
    return '<p>For users: <code>Authorization: JWT &lt;token&gt;</code>, or the cookie.</p>'
  return security.length === 0
    ? '<p>For anybody.</p>'
    : '<p>For deployed systems: <code>Authorization: License &lt;key&gt;</code>.</p>'
}

const parameters = ({ parameters: all }: DocumentedOperation): string =>
  all.length === 0
    ? ''
    : `<h4>Parameters</h4>\n<table>${all
        .map(({ description, in: place, name, schema }) => {
          const notes = [description, rulesInWords(schema)].filter(Boolean).join(' ')
          const cells = [`<code>${escapeHtml(name)}</code>`, place, outline(schema)]
          return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}<td>${escapeHtml(notes)}</td></tr>`
        })
        .join('')}</table>`

const outline = (schema: unknown): string => `<code>${escapeHtml(outlineOf(schema))}</code>`

const body = ({ requestBody }: DocumentedOperation): string => {
  const content = requestBody?.content['application/json']
  if (!content) return ''
  const example =
    content.example === undefined
      ? ''
      : `<h4>Example</h4>\n<pre>${escapeHtml(JSON.stringify(content.example, null, 2))}</pre>`
  return `<h4>Body</h4>\n<pre>${escapeHtml(outlineOf(content.schema))}</pre>\n${example}`
}

const responses = ({ responses: all }: DocumentedOperation): string =>
  Object.entries(all)
    .map(([status, { content, description }]) => {
      const schema = status.startsWith('2') && content?.['application/json']?.schema
      const shape = schema ? `<pre>${escapeHtml(outlineOf(schema))}</pre>` : ''
      return `<h4>${status}</h4>\n<p>${escapeHtml(description)}</p>${shape}`
    })
    .join('\n')
