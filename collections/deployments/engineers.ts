import type { CollectionConfig } from 'payload'

import { label, type DefineCollection } from '../fields'
import { teamMember } from '../partners/teamMember'

export const engineers: DefineCollection<CollectionConfig> = (options) =>
  teamMember(
    'engineers',
    options,
    {
      singular: label('Engineer', '工程师'),
      plural: label('Engineers', '工程师'),
    },
    { on: 'engineer', of: ['deployments', 'licenses'] },
  )
