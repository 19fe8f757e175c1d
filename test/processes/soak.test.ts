import { describe, expect, it } from '@jest/globals'

import { runSoak } from './soakRun'

describe('runSoak', () => {
  it('loses, doubles and alters nothing while each server and each worker is killed once', async () => {
    const { kills, mails, record, results } = await runSoak({
      engine: 'sqlite',
      seconds: 12,
      killEverySeconds: 3,
      leastKills: 4,
      actors: 6,
      pauseMs: 50,
      waits: false,
      say: () => {},
    })
    expect(results.flatMap(({ findings }) => findings)).toEqual([])
    expect(new Set(kills).size).toBe(4)
    expect(mails.left).toBe(0)
    const orders = ['order', 'approve', 'license', 'draft', 'note']
    for (const kind of [...orders, 'purchase', 'usage', 'deployment', 'suspend'])
      expect(record.tallies.get(kind)?.acknowledged).toBeGreaterThan(0)
  }, 600_000)
})
