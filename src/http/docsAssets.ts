import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

import { docsScript } from './docsScript'
import { docsStyle } from './docsStyle'

const PACKAGE = 'swagger-ui-dist/package.json'

/** Beside this file, or, where a bundler has moved it, beside the host that runs. */
const folder = (): string => {
  const starts = [import.meta.url, path.join(process.cwd(), 'package.json')]
  for (const start of starts) {
    try {
      return path.dirname(createRequire(start).resolve(PACKAGE))
    } catch {
      continue
    }
  }
  throw new Error('swagger-ui-dist is not installed.')
}

export type DocsAsset = { type: string; body: Buffer | string }

const script = 'text/javascript; charset=utf-8'
const style = 'text/css; charset=utf-8'

const shipped = (file: string) => readFile(path.join(folder(), file))

/** The files of the documentation page, by name: nothing else can be asked for. */
const assets: Record<string, { type: string; read: () => Buffer | Promise<Buffer> | string }> = {
  'swagger-ui.css': { type: style, read: () => shipped('swagger-ui.css') },
  'swagger-ui-bundle.js': { type: script, read: () => shipped('swagger-ui-bundle.js') },
  'docs.css': { type: style, read: () => docsStyle },
  'docs.js': { type: script, read: () => docsScript },
}

/** A file of the documentation page, or `null`. */
export const docsAsset = async (name: string): Promise<DocsAsset | null> => {
  if (!Object.hasOwn(assets, name)) return null
  const { read, type } = assets[name]!
  return { type, body: await read() }
}
