import { randomUUID } from 'node:crypto'

import { CompactSign } from 'jose'
import type { PayloadRequest } from 'payload'

import { channelOf } from '../../channel'
import { readRow } from '../../database/readRows'
import { CERTIFICATE_TYPE, claimsOf } from '../../domain/licenses/certificate'
import { ChannelError } from '../../domain/errors'
import { idOf } from '../../domain/idOf'
import type { Customer, Product } from '../../payload-types'
import { requireActionOn } from '../access/requireActionOn'

/**
 * A license's certificate as it is now: a compact JWS, signed with Ed25519. For whoever may read the
 * license; its product's and customer's names are read as the system, being part of it.
 * @throws NOT_FOUND; UNAVAILABLE where the host has no signing key
 */
export const signCertificate = async (
  req: PayloadRequest,
  id: string,
  now: Date,
): Promise<string> => {
  const { signing, slugs } = channelOf(req.payload).options
  const license = await requireActionOn(req, 'licenses', id, 'read')
  if (!signing.keys)
    throw new ChannelError('UNAVAILABLE', {
      message: 'Certificates cannot be signed here: no signing key is set.',
    })
  const product = await readRow<Product>(req, slugs.products, {
    id: { equals: idOf(license.product) },
  })
  const customer = await readRow<Customer>(req, slugs.customers, {
    id: { equals: idOf(license.customer) },
  })
  if (!product || !customer) throw new ChannelError('NOT_FOUND')
  const iss = signing.issuer ?? issuerOf(req)
  const claims = claimsOf(license, product, customer, { iss, jti: randomUUID(), now })
  const { kid, privateKey } = signing.keys
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid, typ: CERTIFICATE_TYPE })
    .sign(privateKey)
}

/** Who issues certificates when the options don't say: the host by its address. */
const issuerOf = ({ payload }: PayloadRequest): string => {
  const { publicUrl } = channelOf(payload).options
  return publicUrl ?? (payload.config.serverURL || 'payload-channel')
}
