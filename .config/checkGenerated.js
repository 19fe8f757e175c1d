/** Fails when a generated file is not what the sources make of it: types, import map, migrations. */
import { execFileSync } from 'node:child_process'

const run = (command, ...args) => execFileSync(command, args, { encoding: 'utf8' })

for (const script of ['generate:types', 'generate:importmap']) run('npm', 'run', '--silent', script)
run('npm', 'run', '--silent', 'generate:migrations', '--', 'missing', '--skip-empty')

const changed = run('git', 'status', '--porcelain', '--', 'src')
if (changed) throw new Error(`Generate these anew and commit them:\n${changed}`)
console.log('Types, import map and migrations are what the sources make of them.')
