/** The 20 products that every contender sells, and the order of 20 lines that each of them gets. */
export const LINES = 20

export const skus = Array.from({ length: LINES }, (_, index) => `BENCH-${index + 1}`)

/** Minor units. */
export const UNIT_PRICE = 240_000

/** The body of an order of 20 lines, with so many units in each. */
export const orderBody = (quantity: number) => ({
  agreementAcknowledged: true,
  items: skus.map((sku) => ({
    sku,
    licenseType: 'subscription',
    quantity,
    durationYears: 1,
    endUserName: 'Adventure Works',
  })),
})
