/** An amount in equal parts that add up to it exactly; what is left over goes to the first ones. */
export const splitAmount = (amount: number, parts: number): number[] => {
  const share = Math.floor(amount / parts)
  const rest = amount - share * parts
  return Array.from({ length: parts }, (_, index) => share + (index < rest ? 1 : 0))
}
