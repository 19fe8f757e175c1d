/** Path segments after which a secret follows: share tokens, and tokens of mails. */
const secretAfter = /(\/(?:share\/orders?|reset|verify|reset-password|invitations?)\/)[^/?#]+/gi

/** Parameters that hold a secret or may, `where[resetPasswordToken][equals]` among them. */
const secretName = /token|secret|password|signature|api-?key|jwt|code/i

/** A request's URL as it may be written into a log. */
export const redactUrl = (url: string): string => {
  const start = url.indexOf('?')
  const path = (start < 0 ? url : url.slice(0, start)).replace(secretAfter, '$1[redacted]')
  if (start < 0) return path
  const query = url
    .slice(start + 1)
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1)
      return secretName.test(decode(name)) ? `${name}=[redacted]` : pair
    })
    .join('&')
  return `${path}?${query}`
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
