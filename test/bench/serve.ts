import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { findSourceMap } from 'node:module'
import type { AddressInfo } from 'node:net'

/** What the benchmark tells a server: to profile itself, into `file` when done, or to end. */
export type Command = { type: 'profile' } | { type: 'profiled'; file: string } | { type: 'stop' }

/**
 * Serves on a free port of 127.0.0.1, tells the parent process the URL and obeys its commands.
 * The profile leaves the start out, which the flag `--cpu-prof` would not.
 */
export const serve = (listener: RequestListener): void => {
  const server = createServer(listener).listen(0, '127.0.0.1', () => {
    process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
  })
  const session = new Session()
  const obey = async (command: Command): Promise<void> => {
    if (command.type === 'stop') process.exit(0)
    if (command.type === 'profile') {
      session.connect()
      await session.post('Profiler.enable')
      await session.post('Profiler.setSamplingInterval', { interval: 500 })
      await session.post('Profiler.start')
    } else {
      const { profile } = await session.post('Profiler.stop')
      writeFileSync(command.file, JSON.stringify(withSourceLines(profile)))
    }
    process.send?.({ done: command.type })
  }
  process.on('message', (command: Command) => void obey(command))
  // A server must not outlive the benchmark, however that ends.
  process.on('disconnect', () => process.exit(0))
}

/** The compiled code is one line for each file and has lost the names of most functions. */
const withSourceLines = (profile: Profiler.Profile): Profiler.Profile => {
  for (const { callFrame } of profile.nodes) {
    const { url, lineNumber, columnNumber } = callFrame
    const entry = findSourceMap(url)?.findEntry(lineNumber, columnNumber)
    if (entry && 'originalLine' in entry) callFrame.lineNumber = entry.originalLine
  }
  return profile
}
