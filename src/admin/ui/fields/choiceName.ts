type Choices = readonly (readonly [value: string, en: string, zh: string])[]

/** What a value of a select field is called; the value itself where the table does not know it. */
export const choiceName = (choices: Choices, value: string, language: 'en' | 'zh'): string => {
  const choice = choices.find(([key]) => key === value)
  return choice?.[language === 'zh' ? 2 : 1] ?? value
}
