/** What makes a customer's name unique: case, spacing and Unicode form do not count. */
export const customerKey = (partner: number | string | null, name: string): string =>
  `${partner ?? '-'}:${name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toUpperCase().toLowerCase()}`
