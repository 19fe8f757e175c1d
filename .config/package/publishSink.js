import { createServer } from 'node:http'

const bodyOf = async (request) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** A registry on this machine that knows no package and keeps what is published to it. */
export const publishSink = async () => {
  const published = []
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.method !== 'PUT') return response.writeHead(404).end('{}')
    const { _attachments, versions } = await bodyOf(request)
    const [tarball] = Object.values(_attachments)
    const [manifest] = Object.values(versions)
    published.push({ manifest, tarball: Buffer.from(tarball.data, 'base64') })
    return response.writeHead(201).end('{}')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address()
  return { published, host: `127.0.0.1:${port}`, stop: () => server.close() }
}
