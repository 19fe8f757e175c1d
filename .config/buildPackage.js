/**
 * Builds what `npm pack` and `npm publish` ship into dist/: a file of JavaScript for each source
 * that the exports of package.json reach, with types and style sheets beside it.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'

import { declare } from './package/declare.js'
import { entries, root } from './package/layout.js'
import { transpile } from './package/transpile.js'

rmSync(path.join(root, 'dist'), { recursive: true, force: true })
const sources = entries()
const files = await transpile(sources)
const declarations = declare(sources)
// npm reads the standard output of what it runs while it packs.
console.error(`dist: ${files} files of JavaScript, ${declarations} of types`)
