import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type FaultyLine = {
  port: number
  /** Accepts connections, and lets nothing through on any: what is sent is lost without a word. */
  hang: () => void
  /** Ends every connection and refuses new ones. */
  cut: () => Promise<void>
  /** Connections made from now on get through; those of before stay dead. */
  mend: () => Promise<void>
  stop: () => Promise<void>
}

/** A line to a server of this machine that can go dead as a network does. */
export const startFaultyLine = async (target: number): Promise<FaultyLine> => {
  const sockets = new Set<Socket>()
  let dead = false
  const keep = (socket: Socket): Socket => {
    sockets.add(socket)
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket))
  }
  const line = createServer((near) => {
    keep(near)
    if (dead) return
    const far = keep(connect(target, '127.0.0.1'))
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const open = (port: number) =>
    new Promise<void>((resolve) => line.listen(port, '127.0.0.1', resolve))
  const cut = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    if (line.listening) await new Promise<void>((resolve) => line.close(() => resolve()))
  }
  const hang = () => {
    dead = true
    for (const socket of sockets) socket.unpipe().pause()
  }
  await open(0)
  const { port } = line.address() as AddressInfo
  const mend = async (): Promise<void> => {
    dead = false
    if (!line.listening) await open(port)
  }
  return { port, hang, cut, mend, stop: cut }
}
