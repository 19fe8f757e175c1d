import { describe, expect, it } from '@jest/globals'

import { activityChoices, environmentChoices, partnerTypeChoices } from '../../collections/choices'
import { activities, environments, partnerTypes } from '../../src/domain/choiceValues'

describe('choiceValues', () => {
  it.each([
    ['partner types', partnerTypes, partnerTypeChoices],
    ['activities', activities, activityChoices],
    ['environments', environments, environmentChoices],
  ])('are those that the admin panel offers: %s', (_what, values, choices) => {
    expect(values).toEqual(choices.map(([value]) => value))
  })
})
