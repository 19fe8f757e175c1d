import { ChannelError } from '../errors'
import { orderGuards, type OrderAction, type OrderFacts } from './orderMachine'

/** @throws the first guard's error code that does not hold, naming the field */
export const checkGuards = (action: OrderAction, facts: OrderFacts): void => {
  for (const guard of orderGuards[action] ?? []) {
    const fault = guard(facts)
    if (fault) throw new ChannelError(fault.code, fault)
  }
}
