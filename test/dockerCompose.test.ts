import { describe, expect, it } from '@jest/globals'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { environment, variableNames } from '../src/host/environment'

const root = fileURLToPath(new URL('../', import.meta.url))
const text = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const { load } = createRequire(import.meta.url)('js-yaml') as { load: (yaml: string) => unknown }

type Service = {
  build?: string
  command?: string[]
  configs?: { source: string }[]
  depends_on?: Record<string, { condition: string }>
  environment?: Record<string, string>
  healthcheck?: { disable?: boolean; test?: string[] }
  image?: string
  ports?: string[]
  volumes?: string[]
}
type Compose = {
  services: Record<string, Service>
  volumes: object
  configs: Record<string, { content: string }>
}

const compose = load(text('docker-compose.yml')) as Compose
const { services } = compose
const ours = Object.entries(services).filter(([, { build }]) => build !== undefined)
const dockerfile = text('Dockerfile')

/** As Compose fills in what nobody has set: `${NAME:-default}`. */
const withDefaults = (value: string): string => value.replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')
const settingsOf = ({ environment: given = {} }: Service, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({ ...given, ...more }).map(([name, value]) => [name, withDefaults(value)]),
  )

describe('docker-compose.yml', () => {
  it('runs a replica set, a proxy before two nodes, a worker and a mail catcher', () => {
    expect(Object.keys(services).sort()).toEqual(
      ['mail', 'mongo', 'node-1', 'node-2', 'proxy', 'worker'].sort(),
    )
    expect(services.mongo?.command).toContain('--replSet')
    expect(services.mongo?.healthcheck?.test?.join(' ')).toContain('rs.initiate')
    expect(services.worker?.command).toContain('--worker')
    for (const node of ['node-1', 'node-2'])
      expect(compose.configs.proxy?.content).toContain(`server ${node}:3000`)
  })

  it.each(ours)('gives %s settings that the app knows, and of the right kind', (_name, service) => {
    const unknown = Object.keys(service.environment ?? {}).filter(
      (name) => !variableNames.includes(name),
    )
    expect(unknown).toEqual([])
    const DATA_DIR = mkdtempSync(path.join(tmpdir(), 'channel-compose-'))
    const settings = environment({
      ...settingsOf(service, { DATA_DIR, NODE_ENV: 'production' }),
    } as never)
    rmSync(DATA_DIR, { recursive: true })
    expect(settings).toMatchObject({
      databaseUri: 'mongodb://mongo:27017/channel?replicaSet=rs0',
      demo: true,
      smtpUrl: 'smtp://mail:1025',
      http: { trustProxy: 1 },
      worker: service.command?.includes('--worker') ?? false,
    })
  })

  it('shares among all of ours what they must have in common', () => {
    for (const [, { volumes }] of ours) expect(volumes).toContain('data:/data')
    expect(dockerfile).toMatch(/DATA_DIR=\/data/)
  })

  it('names nothing that is not there', () => {
    for (const [name, { configs = [], depends_on: needs = {}, volumes = [] }] of Object.entries(
      services,
    )) {
      for (const [other, { condition }] of Object.entries(needs)) {
        expect([name, services[other] !== undefined]).toEqual([name, true])
        const checked = services[other]?.healthcheck?.test ?? services[other]?.build
        if (condition === 'service_healthy') expect([name, checked]).not.toEqual([name, undefined])
      }
      for (const { source } of configs) expect(compose.configs).toHaveProperty(source)
      for (const volume of volumes)
        expect(compose.volumes).toHaveProperty(volume.split(':')[0] as string)
    }
  })

  it('lets Compose replace nothing in the proxy’s settings but what it is to replace', () => {
    expect(compose.configs.proxy?.content).not.toMatch(/(?<!\$)\$(?!\$)/)
  })
})

describe('Dockerfile', () => {
  it('copies and starts files that exist', () => {
    for (const file of ['package.json', 'package-lock.json', 'src/host/start.ts'])
      expect([file, dockerfile.includes(file), existsSync(path.join(root, file))]).toEqual([
        file,
        true,
        true,
      ])
  })

  it('sets variables that the app or its tools know', () => {
    const names = [...dockerfile.matchAll(/^(?:ENV|\s+)\s*([A-Z_]+)=/gm)].map(([, name]) => name)
    const known = [...variableNames, 'NEXT_TELEMETRY_DISABLED']
    expect(names.length).toBeGreaterThan(3)
    expect(names.filter((name) => !known.includes(name as string))).toEqual([])
  })

  it('leaves secrets and what the machine built out of the image', () => {
    const left = text('.dockerignore').split('\n')
    for (const one of ['.data', '.git', 'node_modules', 'src/.next']) expect(left).toContain(one)
    expect(dockerfile).toMatch(/DATA_DIR=\/tmp\/build npm run build && rm -rf \/tmp\/build/)
  })
})
