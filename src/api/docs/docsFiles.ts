import { docsScript } from './docsScript'
import { docsStyle } from './docsStyle'

export type DocsFile = { type: string; body: string }

/** The files of the documentation page, by name: nothing else can be asked for. */
const files: Record<string, DocsFile> = {
  'docs.css': { type: 'text/css; charset=utf-8', body: docsStyle },
  'docs.js': { type: 'text/javascript; charset=utf-8', body: docsScript },
}

/** A file of the documentation page, or `null`. */
export const docsFile = (name: string): DocsFile | null =>
  Object.hasOwn(files, name) ? files[name]! : null
