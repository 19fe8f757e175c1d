/** Days that a partner has to pay an invoice; `null` = pays before the licenses are issued. */
const daysToPay = { prepaid: null, net_15: 15, net_30: 30, net_60: 60 } as const

export type PaymentTerms = keyof typeof daysToPay

export const paymentTerms = Object.keys(daysToPay) as PaymentTerms[]

/** Terms that are missing or not known pay first. */
export const isInvoiceTerms = (terms: PaymentTerms): boolean => typeof daysToPay[terms] === 'number'
