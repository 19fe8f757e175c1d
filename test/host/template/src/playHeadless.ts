/* Run by `payload run`: the story in the host that HOST_VARIANT names, without Next. */
import { getPayload, handleEndpoints } from 'payload'

import { openShop, registerFirst, sellLicenses, type Send } from './channelStory'
import { variantConfig } from './variants'

const config = await variantConfig(process.env.HOST_VARIANT || '')
const payload = await getPayload({ config })
const { admin, routes } = payload.config

const send: Send = async (method, path, body, token) => {
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (token) headers.set('Authorization', `JWT ${token}`)
  const url = `http://127.0.0.1${routes.api}${path}`
  const init = { method, headers, body: body === undefined ? undefined : JSON.stringify(body) }
  const response = await handleEndpoints({ config, request: new Request(url, init) })
  return { status: response.status, body: await response.json() }
}

const users = admin.user
const owner = await registerFirst(send, users)
await openShop(send, owner, users)
const licenses = await sellLicenses(send, owner)
console.log(`LICENSES ${JSON.stringify(licenses)} ID ${typeof payload.db.defaultIDType}`)
await payload.destroy()
process.exit(0)
