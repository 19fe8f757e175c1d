import { LINES, orderBody } from './catalog'
import type { Contenders } from './contenders'
import { countRows, expectBetween } from './engines'
import { post, secondsOf } from './load'
import type { Workload } from './report'

const tables = ['licenses', 'change_logs'] as const

/** One by one, plain Payload is as fast at any number. */
const PLAIN_COUNT = 100

/**
 * F2: the rows written by an approval in a second, a license and its log entry for each unit ordered.
 * Plain writes no log. What an approval does beside is timed, but not counted.
 * @param times how many approvals make a round
 */
export const approveOrder = (contenders: Contenders, count: number, times: number): Workload => {
  const { limit, ours, plain, tokens, uris } = contenders
  /** @param logsBeside log entries of an approval beside those of the licenses */
  const measure = async (issue: () => Promise<number>, logsBeside: number): Promise<number> => {
    const before = await countRows(uris.ours, tables)
    let seconds = 0
    for (let time = 0; time < times; time += 1) seconds += await issue()
    const after = await countRows(uris.ours, tables)
    const licenses = count * times
    const logs = licenses + logsBeside * times
    expectBetween('licenses', after.licenses - before.licenses, licenses, licenses)
    expectBetween('log entries', after.change_logs - before.change_logs, logs, logs)
    return (2 * licenses) / seconds
  }
  const approve = async (): Promise<number> => {
    const body = orderBody(count / LINES)
    const orders = `${ours.url}/api/v1/partners/orders`
    const { order } = await post<{ order: { id: string } }>(orders, body, tokens.partner)
    return secondsOf(`${ours.url}/api/v1/orders/${order.id}/approve`, {}, tokens.staff)
  }
  return {
    id: `F2 ${count}`,
    unit: 'rows/s',
    target: 0.5,
    measure: {
      // The order placed before, and its approval, have a log entry each.
      ours: () => measure(approve, 2),
      limit: () => measure(() => secondsOf(`${limit.url}/issue`, { count }), 0),
      plain: async () => {
        const before = await countRows(uris.plain, ['licenses'])
        const seconds = await secondsOf(`${plain.url}/api/issue`, { count: PLAIN_COUNT })
        const after = await countRows(uris.plain, ['licenses'])
        const written = after.licenses - before.licenses
        expectBetween('licenses of plain', written, PLAIN_COUNT, PLAIN_COUNT)
        return PLAIN_COUNT / seconds
      },
    },
  }
}
