import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { ownerOnly } from '../../src/host/database/ownerOnly'
import { keptSecret } from '../../src/host/server/keptSecret'
import { PASSWORD, startCompany, type Company } from '../support/fixtures'
import { startHttp } from '../host/server/startHttp'

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8)
const user = (name: string) => ({ email: `${name}@company.test`, password: PASSWORD })

describe('cookies', () => {
  let company: Company
  beforeAll(async () => {
    company = await startCompany({}, { PUBLIC_URL: 'https://partners.example.com' })
  })
  afterAll(async () => company?.stop())

  it('travel over https alone where the host is behind it, and no script reads them', async () => {
    const { anybody, as } = company
    const answers = [
      await anybody.post('/api/users/login', user('partner')),
      await anybody.post('/api/v1/auth/partner-login', user('partner')),
      await (await as('partner')).post('/api/users/refresh-token'),
      await (await as('partner')).post('/api/users/logout'),
    ]
    for (const { headers } of answers) {
      const [cookie = ''] = headers.getSetCookie()
      expect(cookie).toMatch(/^payload-token=/)
      expect(cookie).toMatch(/; Secure/)
      expect(cookie).toMatch(/; HttpOnly/)
      expect(cookie).toMatch(/; SameSite=Lax/)
    }
  })

  it('has a database file that only its owner can read, with what SQLite keeps beside it', async () => {
    const file = path.join(company.dataDir, 'payload-channel.db')
    expect(await Promise.all(['', '-wal', '-shm'].map((end) => modeOf(file + end)))).toEqual([
      '600',
      '600',
      '600',
    ])
  })
})

describe('files of the installation', () => {
  it('closes a database that was open to others before', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'channel-'))
    const files = ['a.db', 'a.db-wal', 'a.db-shm'].map((name) => path.join(folder, name))
    for (const file of files) {
      await writeFile(file, '')
      await chmod(file, 0o644)
    }
    ownerOnly(files[0] as string)
    expect(await Promise.all(files.map(modeOf))).toEqual(['600', '600', '600'])
    await rm(folder, { recursive: true })
  })

  it('keeps secrets in a folder that only its owner enters', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'channel-'))
    const dataDir = path.join(folder, 'data')
    keptSecret(dataDir)
    expect([await modeOf(dataDir), await modeOf(path.join(dataDir, 'secret'))]).toEqual([
      '700',
      '600',
    ])
    await rm(folder, { recursive: true })
  })
})

describe('/metrics', () => {
  it('asks for the token where one is set', async () => {
    const token = 'a-token-of-the-scraper'
    const app = await startHttp({ METRICS_TOKEN: token })
    const ask = async (authorization?: string) => {
      const headers: Record<string, string> = authorization ? { authorization } : {}
      const { status } = await fetch(`${app.url}/metrics`, { headers })
      return status
    }
    expect(await ask()).toBe(401)
    expect(await ask('Bearer wrong')).toBe(401)
    expect(await ask(`Basic ${token}`)).toBe(401)
    expect(await ask(`Bearer ${token}`)).toBe(200)
    await app.stop()
  })
})
