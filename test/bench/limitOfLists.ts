import type { RawDatabase } from './rawDatabase'

const PAGE = `SELECT * FROM licenses WHERE partner_id = $1 AND state = 'in_use'
  ORDER BY expires_at LIMIT 10`

const OVERVIEW = `SELECT state, product_type, count(*) AS count, sum(usage_workspaces) AS workspaces,
    sum(usage_users) AS users, count(*) FILTER (WHERE expires_at >= $1 AND expires_at < $2) AS d30,
    count(*) FILTER (WHERE expires_at >= $1 AND expires_at < $3) AS d60,
    count(*) FILTER (WHERE expires_at >= $1 AND expires_at < $4) AS d90,
    count(*) FILTER (WHERE usage_workspaces > limits_workspaces OR usage_users > limits_users) AS above
  FROM licenses GROUP BY state, product_type`
const ORDERS = 'SELECT state, count(*) AS count FROM orders GROUP BY state'

/** The least that a page and the dashboard take: the statements, without users, grants and totals. */
export const limitOfLists = (raw: RawDatabase) => ({
  licenses: async ({ partner }: { partner: string }): Promise<object> => ({
    docs: await raw.run([{ text: PAGE, values: [partner] }]),
  }),
  overview: async (): Promise<object> => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
    const values = [0, 30, 60, 90].map(inDays)
    const licenses = await raw.run([{ text: OVERVIEW, values }])
    return { licenses, orders: await raw.run([{ text: ORDERS, values: [] }]) }
  },
})
