import { readFileSync } from 'node:fs'
import path from 'node:path'

import { root } from './layout.js'

/** Every package that the dependencies bring along, as the lock file has them. */
const broughtAlong = ({ packages }) => {
  const waiting = Object.keys(packages[''].dependencies ?? {}).map((name) => `node_modules/${name}`)
  const found = new Set()
  for (const place of waiting) {
    if (found.has(place) || !packages[place]) continue
    found.add(place)
    for (const name of Object.keys(packages[place].dependencies ?? {})) {
      const own = `${place}/node_modules/${name}`
      waiting.push(packages[own] ? own : `node_modules/${name}`)
    }
  }
  return [...found]
}

/** @throws Error for a dependency that runs a script on the machine that installs it, or is pinned */
export const checkDependencies = () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const scripts = broughtAlong(lock).filter((place) => lock.packages[place].hasInstallScript)
  if (scripts.length > 0) throw new Error(`Run scripts when installed: ${scripts.join(', ')}`)
  // An exact version beside the host's own would come twice.
  const pinned = Object.entries(lock.packages[''].dependencies).filter(([, range]) =>
    /^\d/.test(range),
  )
  if (pinned.length > 0) throw new Error(`Pinned: ${pinned.map(([name]) => name).join(', ')}`)
}
