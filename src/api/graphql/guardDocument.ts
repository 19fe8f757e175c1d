import {
  getVariableValues,
  GraphQLError,
  Kind,
  specifiedRules,
  validate,
  visit,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql'

import { isDeeper } from '../../domain/records/isDeeper'
import { conditionVariable, documentFaults, type DocumentLimits } from './documentFaults'

/** What Payload's GraphQL routes hand to `graphQL.validationRules`. */
export type DocumentArgs = {
  schema: GraphQLSchema
  document: DocumentNode
  variableValues?: Readonly<Record<string, unknown>> | null
}
type Rules = (args: DocumentArgs) => ValidationRule[]

const MAX_FAULTS = 50
const MAX_VARIABLE_DEPTH = 100

const approved = new WeakSet<DocumentNode>()

/** Whether a document is known to fit the schema, so that the standard rules need not run again. */
export const isApproved = (document: DocumentNode): boolean => approved.has(document)

/**
 * Rules for `graphQL.validationRules` that look at a document before any other rule does: Payload's
 * rule on complexity goes through fragments once for each mention, and breaks over a document that
 * the standard rules would refuse. Such a document is emptied, so that no rule goes into it.
 * @param others the rules of the host, for documents that are fit to be looked at
 */
export const guardDocument =
  (limits: DocumentLimits, others?: Rules): Rules =>
  (args) => {
    const errors = errorsOf(args, limits)
    if (errors.length === 0) {
      approved.add(args.document)
      return others?.(args) ?? []
    }
    Object.assign(args.document, { definitions: [] })
    return [reporting(errors)]
  }

const reporting =
  (errors: readonly GraphQLError[]): ValidationRule =>
  (context) => ({
    Document: () => errors.forEach((error) => context.reportError(error)),
  })

const errorsOf = (
  { document, schema, variableValues }: DocumentArgs,
  limits: DocumentLimits,
): readonly GraphQLError[] => {
  const faults = documentFaults(document, limits)
  if (isDeeper(variableValues, MAX_VARIABLE_DEPTH))
    faults.push(`Variables go at most ${MAX_VARIABLE_DEPTH} levels deep.`)
  if (faults.length > 0) return faults.map((message) => new GraphQLError(message))
  const errors = validate(schema, document, specifiedRules, { maxErrors: MAX_FAULTS })
  if (errors.length > 0) return errors
  return document.definitions
    .filter((one) => one.kind === Kind.OPERATION_DEFINITION)
    .flatMap((one) => operationErrors(schema, one, document, variableValues ?? {}))
}

/** Faults that the standard rules leave to the execution. */
const operationErrors = (
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): readonly GraphQLError[] => {
  if (!schema.getRootType(operation.operation))
    return [new GraphQLError(`There is no ${operation.operation} here.`, { nodes: operation })]
  const { coerced, errors } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    variables,
    { maxErrors: MAX_FAULTS },
  )
  return errors ?? emptyConditions(document, operation, coerced)
}

/** `@include(if: $x)` whose variable has no value. */
const emptyConditions = (
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
  values: Record<string, unknown>,
): GraphQLError[] => {
  const declared = new Set(variableDefinitions.map(({ variable }) => variable.name.value))
  const errors: GraphQLError[] = []
  visit(document, {
    Directive: (node) => {
      const name = conditionVariable(node)
      if (name && declared.has(name) && typeof values[name] !== 'boolean')
        errors.push(new GraphQLError(`Give $${name} a value.`, { nodes: node }))
    },
  })
  return errors
}
