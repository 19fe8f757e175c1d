import { licenseIdPattern, orderNumberPattern } from './numbers'

/** A license ID or an order number as it is kept, however it was typed; other text as it is. */
export const capitalNumber = (text: string): string => {
  const capital = text.trim().toUpperCase()
  return licenseIdPattern.test(capital) || orderNumberPattern.test(capital) ? capital : text
}
