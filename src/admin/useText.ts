'use client'

import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'

import { formatMoney } from '../domain/money/money'
import { languageOf, textIn, type TextKey, type TextValues } from './texts'

export type Texts = {
  language: 'en' | 'zh'
  t: (key: TextKey, values?: TextValues) => string
  /** Minor units in the reader's format. */
  money: (amount: number, currency: string) => string
  number: (value: number) => string
}

/** The texts and formats of the reader's language. */
export const useText = (): Texts => {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return useMemo(() => textsIn(language), [language])
}

const textsIn = (language: 'en' | 'zh'): Texts => {
  const format = new Intl.NumberFormat(language)
  return {
    language,
    t: textIn(language),
    money: (amount, currency) => formatMoney(amount, currency, language),
    number: (value) => format.format(value),
  }
}
