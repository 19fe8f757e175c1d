import type { PayloadRequest } from 'payload'

/** Who does something, and from where, as the change log keeps it. */
export const actorOf = ({ user, headers }: PayloadRequest) => ({
  actorId: user ? String(user.id) : null,
  actorName: user ? (user.email ?? user.username ?? null) : null,
  ip: clip(headers?.get('x-forwarded-for')?.split(',')[0]?.trim(), 64),
  userAgent: clip(headers?.get('user-agent'), 300),
})

export type Actor = ReturnType<typeof actorOf>

const clip = (value: null | string | undefined, length: number): string | null =>
  value ? value.slice(0, length) : null
