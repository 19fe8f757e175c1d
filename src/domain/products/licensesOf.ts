/** How many licenses a line leads to, by the product's setting. */
export const licensesOf = (product: { issuing?: null | string }, quantity: number): number =>
  product.issuing === 'seat_count' ? 1 : quantity
