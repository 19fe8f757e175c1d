/** One row of a machine: where the state leads, by the name of the action that goes there. */
export type StateRow<State extends string> = { to: Record<string, State[]> }

export type Machine<State extends string> = {
  initial: State
  states: State[]
  /** The states that `action` may lead to from `from`; empty when it may not be done there. */
  targets: (from: State, action: string) => State[]
  /** The actions that can be done in a state, e.g. for buttons. */
  actions: (from: State) => string[]
  allows: (from: State, to: State) => boolean
}

/**
 * A state machine from a table. Checked at start.
 * @throws Error on a state that is unknown or can't be reached from `initial`
 */
export const defineMachine = <State extends string>(
  initial: State,
  rows: Record<State, StateRow<State>>,
): Machine<State> => {
  const states = Object.keys(rows) as State[]
  // Own keys only: a name such as `constructor` is in every object.
  const row = (state: State): Record<string, State[]> =>
    Object.hasOwn(rows, state) ? rows[state].to : {}
  const next = (from: State): State[] => Object.values(row(from)).flat()
  if (!Object.hasOwn(rows, initial)) throw new Error(`The unknown state "${initial}" is the start.`)
  for (const from of states)
    for (const to of next(from))
      if (!Object.hasOwn(rows, to))
        throw new Error(`State "${from}" leads to the unknown state "${to}".`)

  const reached = new Set<State>([initial])
  for (const state of reached) next(state).forEach((to) => reached.add(to))
  const lost = states.filter((state) => !reached.has(state))
  if (lost.length) throw new Error(`No path leads to the state "${lost.join('", "')}".`)

  return {
    initial,
    states,
    targets: (from, action) => (Object.hasOwn(row(from), action) && row(from)[action]) || [],
    actions: (from) => Object.keys(row(from)),
    allows: (from, to) => next(from).includes(to),
  }
}
