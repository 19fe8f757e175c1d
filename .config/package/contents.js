import { readFileSync } from 'node:fs'
import path from 'node:path'

const wanted =
  /^(dist\/|src\/cli\/|docs\/[\w-]+\.md$|README\.md$|LICENSE$|CHANGELOG\.md$|package\.json$)/
const LIMIT_BYTES = 600_000

/** What a file of the package must not say, and why not. */
const forbidden = [
  [/\.d\.ts$/, /declare module ['"]payload['"]/, 'tells the host what its own types are'],
  [/\.(js|d\.ts)$/, /from ['"]\.[^'"]*(?<!\.js|\.css)['"]/, 'imports a file without its suffix'],
  [/\.js$/, /sourceMappingURL/, 'names a source map, which is not shipped'],
]

/** The faults of the package's files, in words. */
const faultsOf = (folder, files) =>
  files.flatMap((file) => {
    const text = readFileSync(path.join(folder, file), 'utf8')
    return forbidden
      .filter(([name, pattern]) => name.test(file) && pattern.test(text))
      .map(([, , fault]) => `${file} ${fault}`)
  })

/** Each source with `'use client'` is a file of its own in the package, and says so in its first line. */
const lostDirectives = (folder, sources) =>
  sources
    .filter(
      ({ place }) => !/^['"]use client['"]/.test(readFileSync(path.join(folder, place), 'utf8')),
    )
    .map(({ place }) => `${place} lost its 'use client'`)

/** Links of the read-me that lead to a file which the package does not have. */
const deadLinks = (folder, files) =>
  [...readFileSync(path.join(folder, 'README.md'), 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)/g)]
    .filter(([, file]) => !files.includes(file))
    .map(([, file]) => `README.md leads to ${file}, which is not there`)

/** @throws Error with all that does not belong into the package or is missing from it */
export const checkContents = (folder, { files, size }, clientSources) => {
  const faults = [
    ...files.filter((file) => !wanted.test(file)).map((file) => `${file} does not belong there`),
    ...faultsOf(folder, files),
    ...deadLinks(folder, files),
    ...lostDirectives(folder, clientSources),
    ...(size > LIMIT_BYTES ? [`${size} bytes are more than ${LIMIT_BYTES}`] : []),
  ]
  if (faults.length > 0) throw new Error(`The package is wrong:\n${faults.join('\n')}`)
}
