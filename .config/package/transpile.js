import { copyFileSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { build } from 'esbuild'

import { fileOf, placeOf, root, specifierOf } from './layout.js'

const relativePath = (file) => path.relative(root, file).replaceAll(path.sep, '/')

/** Style sheets go beside the code that imports them. */
const copyStyle = (file) => {
  const target = path.join(root, 'dist', placeOf(relativePath(file)))
  mkdirSync(path.dirname(target), { recursive: true })
  copyFileSync(file, target)
}

/** Every relative import stays one, under the name that the package has for its file. */
const keepImports = {
  name: 'keep-imports',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\./ }, ({ importer, kind, path: specifier, resolveDir }) => {
      if (kind === 'entry-point') return undefined
      const file = fileOf(resolveDir, specifier)
      const isStyle = file.endsWith('.css')
      if (isStyle) copyStyle(file)
      const own = placeOf(relativePath(importer))
      const target = specifierOf(own, placeOf(relativePath(file)))
      return { path: isStyle ? target : `${target}.js`, external: true }
    }),
}

const shared = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  packages: 'external',
  target: 'es2022',
}

/** The files that the entries reach when they run. */
export const filesBehind = async (entryPoints) => {
  const { metafile } = await build({
    ...shared,
    absWorkingDir: root,
    entryPoints,
    loader: { '.css': 'empty' },
    metafile: true,
    outdir: 'dist',
    write: false,
  })
  return Object.keys(metafile.inputs).filter((file) => /\.tsx?$/.test(file))
}

/** One file of JavaScript for each of TypeScript: only so does every `'use client'` stay. */
export const transpile = async (entryPoints) => {
  const files = await filesBehind(entryPoints)
  await build({
    ...shared,
    absWorkingDir: root,
    entryPoints: files.map((file) => ({ in: `./${file}`, out: placeOf(file) })),
    outdir: 'dist',
    plugins: [keepImports],
  })
  return files.length
}
