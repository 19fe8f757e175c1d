import type { CollectionConfig } from 'payload'

import { label, type DefineCollection } from '../fields'
import { teamMember } from './teamMember'

export const salesReps: DefineCollection<CollectionConfig> = (options) =>
  teamMember(
    'salesReps',
    options,
    {
      singular: label('Sales rep', '销售代表'),
      plural: label('Sales reps', '销售代表'),
    },
    { on: 'salesRep', of: ['purchases', 'licenses', 'customers'] },
  )
