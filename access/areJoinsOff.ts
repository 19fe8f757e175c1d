/** `joins=false` of a query string, which Payload takes letter by letter. */
export const areJoinsOff = (joins: object): boolean => Object.keys(joins).join('') === '01234'
