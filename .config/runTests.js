import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * Runs the tests on the engines that are named, one after the other; what follows `--` goes to Jest:
 * `node .config/runTests.js sqlite postgres -- test/jobs`. Ends with the counts of each engine and one
 * line that anyone can read, `12 passed, 0 failed, 1 skipped`.
 */
const engines = {
  sqlite: { title: 'SQLite', config: [] },
  postgres: { title: 'PostgreSQL', config: ['-c', '.config/jest.postgres.js'] },
  mongodb: { title: 'MongoDB', config: ['-c', '.config/jest.mongodb.js'] },
}

/** What a run ends with whose server is not to be had; see test/support/mongoForAll.ts. */
const NOTHING_TO_RUN_ON = 77

const jest = fileURLToPath(new URL('../node_modules/jest/bin/jest.js', import.meta.url))
const closing = /^(\d+) passed, (\d+) failed, (\d+) skipped$/

const run = ({ config, title }, options) =>
  new Promise((resolve) => {
    process.stdout.write(`\n==> ${title}\n`)
    const child = spawn(process.execPath, [jest, ...config, ...options], {
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules' },
      stdio: ['inherit', 'pipe', 'inherit'],
    })
    let counts
    let rest = ''
    child.stdout.setEncoding('utf8')
    child.stdout.on('data', (text) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop()
      for (const line of lines) {
        const found = closing.exec(line)
        if (found) counts = found.slice(1).map(Number)
        else process.stdout.write(`${line}\n`)
      }
    })
    child.on('close', (code) => resolve({ title, code, counts }))
  })

/** A run that ended without a word must not look like a success. */
const countsOf = ({ code, counts }, before) => {
  if (code === NOTHING_TO_RUN_ON) return [0, 0, Math.max(...before.map(([passed]) => passed), 1)]
  const [passed, failed, skipped] = counts ?? [0, 1, 0]
  return [passed, code !== 0 && failed === 0 ? 1 : failed, skipped]
}

const words = ([passed, failed, skipped]) =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`

const split = process.argv.indexOf('--')
const names = process.argv.slice(2, split === -1 ? undefined : split)
const options = split === -1 ? [] : [...process.argv.slice(split + 1), '--passWithNoTests']
const results = []
for (const name of names) {
  const result = await run(engines[name], options)
  results.push([
    result.title,
    countsOf(
      result,
      results.map(([, counts]) => counts),
    ),
  ])
}
process.stdout.write('\n')
for (const [title, counts] of results)
  process.stdout.write(`${`${title}:`.padEnd(12)}${words(counts)}\n`)
const total = [0, 1, 2].map((column) =>
  results.reduce((sum, [, counts]) => sum + counts[column], 0),
)
process.stdout.write(`${words(total)}\n`)
process.exitCode = total[1] > 0 ? 1 : 0
