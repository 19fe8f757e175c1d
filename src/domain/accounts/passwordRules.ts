/** What a password must be. */
export type PasswordRules = {
  minLength: number
  /** A derivation costs more the longer the password is. */
  maxLength: number
  /** A rule of the host's own: what is wrong with a password, or nothing. */
  check?: (password: string) => null | string | undefined
}

/** What is wrong with a password as somebody chooses it; `null` = nothing. */
export const passwordFault = (
  { check, maxLength, minLength }: PasswordRules,
  password: string,
  language: string,
): null | string => {
  const zh = language.startsWith('zh')
  // Characters as people count them, not as UTF-16 does.
  const { length } = [...password]
  if (length < minLength)
    return zh
      ? `密码至少需要 ${minLength} 个字符。`
      : `A password needs at least ${minLength} characters.`
  if (length > maxLength)
    return zh ? `密码最多 ${maxLength} 个字符。` : `A password has at most ${maxLength} characters.`
  if (new Set(password).size < 4)
    return zh ? '密码需要更多不同的字符。' : 'A password needs more different characters.'
  return check?.(password) ?? null
}
