import type { Check } from '../audit'
import { follows, isStillThere } from '../changeLog/changeLog'
import { isUnique } from './isUnique'
import {
  eventIsInTime,
  eventIsNotGivenUp,
  isMailedToo,
  mailIsInTime,
  mailIsNotGivenUp,
  runIsInTime,
  runIsNotGivenUp,
} from '../events/messages'
import { isTold } from '../events/recipients'

export const logChecks: Check[] = [
  {
    name: 'log-whole',
    proves: 'Every entry of the log is as it was written and follows the one before it.',
    of: 'changeLogs',
    inspect: follows,
  },
  {
    name: 'log-document-there',
    proves: 'No order, license, deployment or customer went without an entry of the log.',
    of: 'changeLogs',
    inspect: isStillThere,
  },
]

export const messageChecks: Check[] = [
  {
    name: 'event-told',
    proves: 'Everybody whom an event concerns was notified of it.',
    of: 'events',
    inspect: isTold,
  },
  {
    name: 'event-in-time',
    proves: 'No event has been due for more than an hour.',
    of: 'events',
    severity: 'warning',
    inspect: eventIsInTime,
  },
  {
    name: 'event-given-up',
    proves: 'No event was given up.',
    of: 'events',
    severity: 'notice',
    inspect: eventIsNotGivenUp,
  },
  {
    name: 'notification-unique',
    proves: 'Nobody was notified of an event twice.',
    of: 'notifications',
    inspect: isUnique('notifications', 'key'),
  },
  {
    name: 'notification-mailed',
    proves: 'Whoever was notified was sent a mail, too.',
    of: 'notifications',
    inspect: isMailedToo,
  },
  {
    name: 'mail-unique',
    proves: 'No mail is kept twice.',
    of: 'mails',
    inspect: isUnique('mails', 'key'),
  },
  {
    name: 'mail-in-time',
    proves: 'No mail has been due for more than an hour.',
    of: 'mails',
    severity: 'warning',
    inspect: mailIsInTime,
  },
  {
    name: 'mail-given-up',
    proves: 'No mail was given up.',
    of: 'mails',
    severity: 'notice',
    inspect: mailIsNotGivenUp,
  },
]

export const jobChecks: Check[] = [
  {
    name: 'run-unique',
    proves: 'No job ran twice for one slot.',
    of: 'jobRuns',
    inspect: isUnique('jobRuns', 'runKey'),
  },
  {
    name: 'run-in-time',
    proves: 'No run of a job has been due for more than an hour.',
    of: 'jobRuns',
    severity: 'warning',
    inspect: runIsInTime,
  },
  {
    name: 'run-given-up',
    proves: 'No run of a job was given up.',
    of: 'jobRuns',
    severity: 'notice',
    inspect: runIsNotGivenUp,
  },
]
