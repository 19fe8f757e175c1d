import type { CollectionConfig } from 'payload'

import { canAll } from '../../access/can'
import { refuseLinkedDelete } from '../../hooks/records/refuseLinkedDelete'
import { refuseRivalList } from '../../hooks/pricing/refuseRivalList'
import { choice, instant, label, link, text, whole, type DefineCollection } from '../fields'

export const priceLists: DefineCollection<CollectionConfig> = ({ slugs, currencies }) => ({
  slug: slugs.priceLists,
  labels: { singular: label('Price list', '价目表'), plural: label('Price lists', '价目表') },
  admin: {
    group: label('Catalog', '目录'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'currency', 'tier', 'partner', 'active'],
    description: label(
      'The most specific list wins, row by row: the partner’s, then its tier’s, then the one for everybody. Of the same buyers’ the one with more dates wins while it holds, then the one that began later.',
      '逐行以最具体的价目表为准：先合作伙伴，再等级，最后通用。买方相同时，有效期内日期更完整者优先，其次以较晚生效者为准。',
    ),
  },
  access: canAll('priceLists'),
  hooks: {
    beforeChange: [refuseRivalList],
    beforeDelete: [refuseLinkedDelete('priceLists')],
  },
  indexes: [{ fields: ['currency', 'active'] }],
  fields: [
    text({ name: 'name', label: label('Name', '名称'), required: true, unique: true }),
    choice({
      name: 'currency',
      label: label('Currency', '货币'),
      required: true,
      choices: currencies.map((code) => [code, code, code] as const),
    }),
    whole({
      name: 'taxRateBps',
      label: label('Tax rate, basis points', '税率（基点）'),
      required: true,
      defaultValue: 0,
      max: 10_000,
    }),
    link(slugs.tiers, { name: 'tier', label: label('Only for tier', '仅限等级') }),
    link(slugs.partners, { name: 'partner', label: label('Only for partner', '仅限合作伙伴') }),
    instant({ name: 'validFrom', label: label('Valid from', '生效时间') }),
    instant({ name: 'validTo', label: label('Valid until', '失效时间') }),
    {
      name: 'active',
      type: 'checkbox',
      label: label('Active', '启用'),
      defaultValue: true,
      // A copy is for the same buyers and time as its original until that is changed.
      hooks: { beforeDuplicate: [() => false] },
    },
    {
      name: 'items',
      type: 'join',
      label: label('Prices', '价格'),
      collection: slugs.priceListItems,
      on: 'priceList',
      maxDepth: 1,
    },
  ],
})
