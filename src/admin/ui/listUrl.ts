/** A condition of a list: path, Payload's operator, value. */
export type Filter = [path: string, operator: string, value: string]

/** The address of a filtered list, written as Payload's own filter writes it, so that it shows it. */
export const listUrl = (list: string, filters: Filter[]): string => {
  const query = filters.map(
    ([path, operator, value], index) =>
      `where[or][0][and][${index}][${path}][${operator}]=${encodeURIComponent(value)}`,
  )
  return query.length > 0 ? `${list}?${query.join('&')}` : list
}
