import { environments } from '../../domain/choiceValues'
import {
  defineView,
  idField,
  instantField,
  linkField,
  oneOf,
  requiredInstant,
  textField,
  told,
  wholeField,
} from '../defineView'
import { deploymentStates } from '../../domain/deployments/deploymentMachine'

/** A deployment on the wire; what the caller may not see is `null`. */
export const deploymentView = defineView('Deployment', {
  id: idField,
  title: textField,
  license: told(linkField, 'The ID of the license’s document.'),
  revision: told(wholeField, 'Counts the changes; a decision may say which one was seen.'),
  state: oneOf(deploymentStates),
  environment: oneOf(environments),
  version: textField,
  region: textField,
  engineer: told(linkField, 'For staff and engineers.'),
  progress: told(wholeField, 'Percent.'),
  scheduledAt: requiredInstant,
  startedAt: instantField,
  finishedAt: instantField,
  failureReason: textField,
  failures: told(wholeField, 'How often it has failed, also before it was scheduled anew.'),
  notes: textField,
  internalNotes: told(textField, 'For staff and engineers.'),
  customer: linkField,
  partner: linkField,
  createdAt: requiredInstant,
  updatedAt: requiredInstant,
})
