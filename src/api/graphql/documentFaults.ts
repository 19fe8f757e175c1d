import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type Token,
} from 'graphql'

import { MOST_DOCUMENTS } from '../../domain/access/queryLimits'

/** How much one GraphQL request may ask for. */
export type DocumentLimits = {
  introspection?: boolean
  maxTokens: number
  maxDepth: number
  maxRootFields: number
  maxAliases: number
  maxFragments: number
  /** Lists that are read, those within each document of a list counted for each. */
  maxLists: number
}

/** What a selection comes to with its fragments in place, without putting them there. */
type Size = {
  aliases: number
  /** Fields of its own level. */
  fields: number
  depth: number
  /** Everything that is selected: what validation and execution go through. */
  selections: number
  /** Fields of its own level that try a secret. */
  attempts: number
  introspects: boolean
  /** Lists that are read where every page is full. */
  lists: number
  /** Whether its own level is a page of documents. */
  isPage: boolean
}

const nothing: Size = {
  aliases: 0,
  fields: 0,
  depth: 0,
  selections: 0,
  attempts: 0,
  introspects: false,
  lists: 0,
  isPage: false,
}

/** Mutations that try a password or a token, or send a mail, of whatever collection. */
const attempt = /^(login|forgotPassword|resetPassword|unlock|verifyEmail)(?=[A-Z_]|$)/
const introspection = new Set(['__schema', '__type'])

/** With fragments in place; Payload's rule on complexity visits as many. */
const MAX_SELECTIONS = 5_000
/** Brackets within brackets, of conditions in arguments too. */
const MAX_ARGUMENT_DEPTH = 48
/** What a page holds that names no `limit`, as Payload has it. */
const PAGE = 10

const sum = (a: Size, b: Size): Size => ({
  aliases: a.aliases + b.aliases,
  fields: a.fields + b.fields,
  depth: Math.max(a.depth, b.depth),
  selections: a.selections + b.selections,
  attempts: a.attempts + b.attempts,
  introspects: a.introspects || b.introspects,
  lists: a.lists + b.lists,
  isPage: a.isPage || b.isPage,
})

/**
 * Why a document asks for too much; nothing where it does not. Takes time in proportion to the
 * document's length, whatever its fragments multiply to, and ends where they go in circles.
 */
export const documentFaults = (document: DocumentNode, limits: DocumentLimits): string[] => {
  const fault = sourceFault(document, limits)
  if (fault) return [fault]
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION)
  if (fragments.length > limits.maxFragments) return [`At most ${limits.maxFragments} fragments.`]
  const sizeOf = measure(new Map(fragments.map((one) => [one.name.value, one])))
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const sizes = [...operations, ...fragments].map(({ selectionSet }) => sizeOf(selectionSet))
  const asked = sizes.slice(0, operations.length)
  const whole = asked.reduce(sum, nothing)
  const most = (part: keyof Size) => Math.max(0, ...sizes.map((size) => Number(size[part])))
  const rootFields = Math.max(0, ...asked.map(({ fields }) => fields))
  const faults: [boolean, string][] = [
    [whole.selections > MAX_SELECTIONS, `At most ${MAX_SELECTIONS} selections.`],
    [most('depth') > limits.maxDepth, `At most ${limits.maxDepth} levels.`],
    [rootFields > limits.maxRootFields, `At most ${limits.maxRootFields} fields at the top.`],
    [most('aliases') > limits.maxAliases, `At most ${limits.maxAliases} aliases.`],
    [whole.lists > limits.maxLists, `At most ${limits.maxLists} lists within lists.`],
    [most('attempts') > 1, 'Log in, or ask for a password, once in a request.'],
    [limits.introspection === false && whole.introspects, 'Introspection is switched off.'],
  ]
  return faults.filter(([isFault]) => isFault).map(([, message]) => message)
}

/** The length, and how deep brackets go, seen before anything goes down into them. */
const sourceFault = (
  { loc }: DocumentNode,
  { maxDepth, maxTokens }: DocumentLimits,
): string | undefined => {
  const deepest = maxDepth + MAX_ARGUMENT_DEPTH
  let level = 0
  let tokens = 0
  for (let token: Token | null = loc?.startToken ?? null; token; token = token.next) {
    tokens += 1
    level += brackets[token.kind] ?? 0
    if (tokens > maxTokens) return `At most ${maxTokens} tokens.`
    if (level > deepest) return `At most ${deepest} brackets within brackets.`
  }
  return undefined
}

const brackets: Partial<Record<string, number>> = {
  '{': 1,
  '[': 1,
  '(': 1,
  '}': -1,
  ']': -1,
  ')': -1,
}

/** Each fragment is measured once; one that is on its way already adds nothing. */
const measure = (fragments: Map<string, FragmentDefinitionNode>) => {
  const known = new Map<string, Size>()
  const ofFragment = (name: string): Size => {
    const size = known.get(name)
    const fragment = fragments.get(name)
    if (size || !fragment) return size ?? nothing
    known.set(name, nothing)
    const measured = sizeOf(fragment.selectionSet)
    known.set(name, measured)
    return measured
  }
  const ofField = (field: FieldNode): Size => {
    const { alias, name, selectionSet } = field
    const inner = selectionSet ? sizeOf(selectionSet) : nothing
    return {
      aliases: inner.aliases + (alias ? 1 : 0),
      fields: 1,
      depth: inner.depth + 1,
      selections: inner.selections + 1,
      attempts: attempt.test(name.value) ? 1 : 0,
      introspects: inner.introspects || introspection.has(name.value),
      lists: inner.isPage ? 1 + pageOf(field) * inner.lists : inner.lists,
      isPage: name.value === 'docs',
    }
  }
  const sizeOf = ({ selections }: SelectionSetNode): Size =>
    selections
      .map((one): Size => {
        if (one.kind === Kind.FIELD) return ofField(one)
        const inner =
          one.kind === Kind.INLINE_FRAGMENT ? sizeOf(one.selectionSet) : ofFragment(one.name.value)
        return { ...inner, selections: inner.selections + 1 }
      })
      .reduce(sum, nothing)
  return sizeOf
}

/** How many documents a list may give; a variable may ask for a full page. */
const pageOf = ({ arguments: given }: FieldNode): number => {
  const limit = given?.find(({ name }) => name.value === 'limit')?.value
  if (!limit) return PAGE
  return (limit.kind === Kind.INT && Number(limit.value)) || MOST_DOCUMENTS
}

/** Directives whose condition is a variable that has no value: Payload's rule throws at them. */
export const conditionVariable = ({ arguments: args, name }: DirectiveNode): string | undefined => {
  if (name.value !== 'include' && name.value !== 'skip') return undefined
  const value = args?.find((one) => one.name.value === 'if')?.value
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined
}
