import type { OrderItem, Product } from '../../payload-types'

/** All of its product that a line keeps, because what comes of it later follows from it. */
export const productSnapshot = (product: Product) => ({
  sku: product.sku,
  productName: product.name,
  productType: product.productType,
  licensePrefix: product.licensePrefix,
  issuing: product.issuing,
  limits: {
    workspaces: product.limits?.workspaces ?? null,
    users: product.limits?.users ?? null,
  },
  overagePolicy: product.overagePolicy ?? null,
})

/** The product as it was when the line was priced; lines of old have its ID alone. */
export const productOfLine = <P extends Partial<Product>>(
  { issuing, licensePrefix, limits, overagePolicy, productType }: Partial<OrderItem>,
  product: P,
): P =>
  issuing ? { ...product, issuing, licensePrefix, limits, overagePolicy, productType } : product
