'use client'

import { useCallback } from 'react'

import {
  alertStateChoices,
  deploymentStateChoices,
  jobStateChoices,
  licenseStateChoices,
  orderStateChoices,
} from '../../../../collections/choices'
import { choiceName } from '../fields/choiceName'
import { useText } from '../../useText'

/** States of the same name are called the same in all of them. */
const choices = [
  ...orderStateChoices,
  ...licenseStateChoices,
  ...deploymentStateChoices,
  ...alertStateChoices,
  ...jobStateChoices,
]

/** What a state is called in the reader's language. */
export const useStateName = () => {
  const { language } = useText()
  return useCallback((state: string) => choiceName(choices, state, language), [language])
}
