'use client'

import { useText } from '../../useText'

type Choices<Value extends string> = readonly (readonly [value: Value, en: string, zh: string])[]

/** A table of choices in the reader's language, for a select or for buttons. */
export const useChoices = <Value extends string>(choices: Choices<Value>) => {
  const { language } = useText()
  return choices.map(([value, en, zh]) => [value, language === 'zh' ? zh : en] as const)
}
