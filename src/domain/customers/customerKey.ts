/** Zero-width and other characters that are drawn as nothing. */
const ignorable = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu

/** What makes a customer's name unique: case, spacing, Unicode form and what can't be seen do not count. */
export const customerKey = (partner: number | string | null, name: string): string =>
  `${partner ?? '-'}:${visible(name).trim().replace(/\s+/gu, ' ').toUpperCase().toLowerCase()}`

const visible = (name: string): string => name.normalize('NFKC').replace(ignorable, '')
