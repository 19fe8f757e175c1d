import type { License } from '../../payload-types'
import type { DemoStory } from './demoHistory'

/** A license of the demo company with what is to become of it. */
export type Life = {
  license: License
  story: DemoStory
  /** Which one of its order line. */
  index: number
  region: string
  currency: string
  /** Minor units for one unit and year. */
  yearlyPrice: number
  startsAt: Date
}
