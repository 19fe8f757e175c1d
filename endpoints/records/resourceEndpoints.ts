import type { Endpoint } from 'payload'
import { z } from 'zod'

import type { ErrorCode } from '../../src/domain/errors'
import { resources, type Resource } from '../../src/api/resources'
import { id } from '../../src/domain/text'
import { defineEndpoint } from '../../src/api/defineEndpoint'
import { listOf, listQuery } from '../../src/api/listQuery'
import { listDocuments } from '../../src/operations/records/listDocuments'
import { requireDocument } from '../../src/operations/records/requireDocument'
import {
  createDocument,
  deleteDocument,
  updateDocument,
} from '../../src/operations/records/writeDocument'
import type { ChannelOptions } from '../../src/options'

const params = z.object({ id })
const reading: ErrorCode[] = ['UNAUTHENTICATED', 'NOT_FOUND']
const writing: ErrorCode[] = ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN']

const list = ({ key, path, sort, tag, view, words }: Resource): Endpoint => {
  const fields = Object.keys(view.schema.shape)
  return defineEndpoint({
    method: 'get',
    path: `/v1/${path}`,
    tag,
    summary: `The ${words.many} that the caller may see`,
    caller: 'user',
    query: listQuery,
    response: listOf(view.schema),
    errors: ['INVALID_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'],
    handler: async ({ req, query }) => {
      const found = await listDocuments(req, key, fields, {
        ...query,
        sort: query.sort ?? sort,
      })
      const { nextPage = null, page = 1, prevPage = null } = found
      return { body: { ...found, docs: found.docs.map(view.view), page, nextPage, prevPage } }
    },
  })
}

const read = ({ key, one, path, tag, view, words }: Resource): Endpoint =>
  defineEndpoint({
    method: 'get',
    path: `/v1/${path}/:id`,
    tag,
    summary: `Read ${words.one}`,
    caller: 'user',
    params,
    response: z.object({ [one]: view.schema }),
    errors: reading,
    handler: async ({ req, params: named }) => ({
      body: { [one]: view.view(await requireDocument(req, key, named.id)) },
    }),
  })

const create = ({ errors = [], key, one, path, tag, view, words }: Resource, body: z.ZodObject) =>
  defineEndpoint({
    method: 'post',
    path: `/v1/${path}`,
    tag,
    summary: `Create ${words.one}`,
    caller: 'user',
    body,
    response: z.object({ [one]: view.schema }),
    status: 201,
    errors: [...writing, ...errors],
    handler: async ({ req, body: data }) => ({
      body: { [one]: view.view(await createDocument(req, key, data)) },
    }),
  })

const update = ({ errors = [], key, one, path, tag, view, words }: Resource, body: z.ZodObject) =>
  defineEndpoint({
    method: 'patch',
    path: `/v1/${path}/:id`,
    tag,
    summary: `Change ${words.one}; what is not sent stays, null takes a value away`,
    caller: 'user',
    params,
    body: body.refine((data) => Object.keys(data).length > 0, 'Send a field to change.'),
    response: z.object({ [one]: view.schema }),
    errors: [...writing, 'NOT_FOUND', ...errors],
    handler: async ({ req, params: named, body: data }) => ({
      body: { [one]: view.view(await updateDocument(req, key, named.id, data)) },
    }),
  })

const remove = ({ errors = [], key, one, path, tag, view, words }: Resource): Endpoint =>
  defineEndpoint({
    method: 'delete',
    path: `/v1/${path}/:id`,
    tag,
    summary: `Delete ${words.one} that nothing else refers to; answers with it`,
    caller: 'user',
    params,
    response: z.object({ [one]: view.schema }),
    errors: [...reading, 'FORBIDDEN', ...errors],
    handler: async ({ req, params: named }) => ({
      body: { [one]: view.view(await deleteDocument(req, key, named.id)) },
    }),
  })

/** The routes of every resource, from its row in the table. */
export const resourceEndpoints = ({ currencies, regions }: ChannelOptions): Endpoint[] =>
  resources({ currencies, regions }).flatMap((resource) => [
    list(resource),
    ...(resource.create ? [create(resource, resource.create)] : []),
    read(resource),
    ...(resource.update ? [update(resource, resource.update)] : []),
    ...(resource.delete ? [remove(resource)] : []),
  ])
