import { ChannelError } from '../src/domain/errors'
import { isRecord } from './valueFault'

const MAX_DEPTH = 10

const refuse = (path: string, message: string): never => {
  throw new ChannelError('INVALID_INPUT', { path, message })
}

/** Fields by name, each true or false, or the fields below it. */
const checkFields = (value: unknown, path: string, depth = 0): void => {
  if (typeof value === 'boolean' && depth > 0) return
  if (!isRecord(value)) return refuse(path, 'Expected fields, each true or false.')
  if (depth > MAX_DEPTH) return refuse(path, `At most ${MAX_DEPTH} levels.`)
  for (const [name, below] of Object.entries(value))
    checkFields(below, `${path}.${name}`, depth + 1)
}

const checkRecords = (value: unknown, path: string, check: (one: unknown, at: string) => void) => {
  if (!isRecord(value)) return refuse(path, 'Expected an object.')
  for (const [name, one] of Object.entries(value)) check(one, `${path}.${name}`)
}

const checkJoin = (join: unknown, path: string): void => {
  if (typeof join !== 'boolean' && !isRecord(join)) refuse(path, 'Expected an object or false.')
}

type Selection = { joins?: unknown; populate?: unknown; select?: unknown }

/**
 * Which parts of documents a client asks for, as Payload takes for granted that they are given.
 * @throws INVALID_INPUT naming `select`, `populate` or `joins`
 */
export const checkSelection = ({ joins, populate, select }: Selection): void => {
  if (isGiven(select)) checkFields(select, 'select')
  if (isGiven(populate)) checkRecords(populate, 'populate', checkFields)
  if (isGiven(joins) && joins !== false) checkRecords(joins, 'joins', checkJoin)
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null
