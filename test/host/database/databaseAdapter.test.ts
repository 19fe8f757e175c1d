import { afterAll, describe, expect, it } from '@jest/globals'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { databaseAdapter } from '../../../src/host/database/databaseAdapter'
import { createNotes, notesSlug, startPayload, temporaryDirectory } from './notesPayload'

const { directory, remove } = temporaryDirectory()
afterAll(remove)

const migrations = { postgres: async () => [], sqlite: async () => [createNotes] }
const adapterFor = (uri?: string, dataDir = directory) =>
  databaseAdapter({ uri, dataDir, migrations })

describe('databaseAdapter', () => {
  it('makes a SQLite file in a new folder, even an odd one, when no URI is set', async () => {
    const dataDir = path.join(directory, 'new #1 50% sure?')
    const payload = await startPayload(await adapterFor(undefined, dataDir))
    const { id } = await payload.create({
      collection: notesSlug,
      data: { title: 'first' } as never,
    })
    await payload.destroy()
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    expect(existsSync(path.join(dataDir, 'payload-channel.db'))).toBe(true)
  })

  it('makes the folder of a file: URI', async () => {
    expect((await adapterFor(`file:${directory}/deep/er/own.db`)).name).toBe('sqlite')
    expect(existsSync(path.join(directory, 'deep/er'))).toBe(true)
  })

  it.each([
    ['postgres://app:pw@localhost/app', 'postgres', 'text'],
    ['postgresql://app:pw@localhost/app', 'postgres', 'text'],
    ['mongodb://app:pw@localhost/app', 'mongoose', 'text'],
    ['mongodb+srv://app:pw@cluster.example.com/app', 'mongoose', 'text'],
  ])('takes the adapter that fits %s, with opaque IDs', async (uri, name, defaultIDType) => {
    expect(await adapterFor(uri)).toMatchObject({ name, defaultIDType })
  })

  it.each(['mysql://app:s3cret@localhost/app', 'app:s3cret@localhost/app', 's3cret'])(
    'refuses %s with the schemes that work and without the password',
    async (uri) => {
      const error = await adapterFor(uri).catch((reason: Error) => reason)
      expect(error).toBeInstanceOf(Error)
      const { message } = error as Error
      expect(message).toContain('DATABASE_URI')
      for (const scheme of [
        'file:',
        'postgres://',
        'postgresql://',
        'mongodb://',
        'mongodb+srv://',
      ]) {
        expect(message).toContain(scheme)
      }
      expect(message).not.toContain('s3cret')
    },
  )
})
