import type { DayOfUsage } from '../../../src/domain/usage/irregularUsage'
import { seededRandom } from '../../../src/host/seed/seededRandom'

/** Invented use of a license, day by day: fixed by its seed, so that each run judges the same. */
export type Series = {
  /** Users on the day of that number, which is a Monday where it is a multiple of seven. */
  users: (day: number, noise: () => number) => number
  days: number
}

/** A Monday. */
const FIRST = Date.parse('2026-01-05T00:00:00.000Z')
const DAY_MS = 86_400_000

export const dayAt = (index: number): string =>
  new Date(FIRST + index * DAY_MS).toISOString().slice(0, 10)

/** Whole, never less than none; `noise` lies around one, nine in ten within an eighth of it. */
export const daysOf = ({ days, users }: Series, seed: number): DayOfUsage[] => {
  const random = seededRandom(seed)
  const noise = () => 1 + 0.16 * (random() + random() + random() - 1.5)
  return Array.from({ length: days }, (_, index) => ({
    day: dayAt(index),
    users: Math.max(0, Math.round(users(index, noise))),
    workspaces: 5,
  }))
}

const weekday = (day: number): number => ((day % 7) + 7) % 7
const isWeekend = (day: number): boolean => weekday(day) >= 5
/** An office: much on days of work, a handful at weekends. */
export const office = (day: number, noise: () => number, work = 100, rest = 5): number =>
  (isWeekend(day) ? rest : work) * noise()

/** From 0 to 1 within so many days, slowly at first and at the end. */
const takeUp = (day: number, over: number): number =>
  1 / (1 + Math.exp((-10 * (day - over / 2)) / over))

const isIn = (day: number, from: number, to: number) => day >= from && day <= to

/** What people live with: no day of these may raise an alert. */
export const ordinary: Record<string, Series> = {
  'an office, with weekends': { days: 200, users: office },
  'a hotel, busier at weekends': {
    days: 200,
    users: (day, noise) => (isWeekend(day) ? 140 : 80) * noise(),
  },
  'a week that rests on Friday and Saturday': {
    days: 200,
    users: (day, noise) => (isIn(weekday(day), 4, 5) ? 8 : 120) * noise(),
  },
  'short Fridays': {
    days: 200,
    users: (day, noise) => office(day, noise) * (weekday(day) === 4 ? 0.6 : 1),
  },
  'a small team, where each person counts': {
    days: 200,
    users: (day, noise) => (isWeekend(day) ? 0 : 4) * noise() + (day % 3) - 1,
  },
  'a hospital, the same every day': { days: 200, users: (_day, noise) => 300 * noise() },
  'single holidays and a bridge day': {
    days: 200,
    users: (day, noise) =>
      [66, 88, 91, 130].includes(day) ? 6 * noise() : day === 67 ? 40 : office(day, noise),
  },
  'a week of holidays, made up for at two weekends': {
    days: 200,
    users: (day, noise) =>
      isIn(day, 112, 118)
        ? 5 * noise()
        : [111, 125].includes(day)
          ? 100 * noise()
          : office(day, noise),
  },
  'a company that closes at the end of the year': {
    days: 200,
    users: (day, noise) => (isIn(day, 108, 116) ? 5 * noise() : office(day, noise)),
  },
  'steady growth of a hundredth a day': {
    days: 200,
    users: (day, noise) => office(day, noise) * 1.01 ** day,
  },
  'growth that comes to an end': {
    days: 200,
    users: (day, noise) => office(day, noise) * Math.min(1, 0.3 + day * 0.007),
  },
  'a new customer’s first weeks, fast': {
    days: 120,
    users: (day, noise) => office(day, noise, 250, 12) * takeUp(day, 25),
  },
  'a new customer’s first weeks, department by department': {
    days: 120,
    users: (day, noise) => office(day, noise, 25 * Math.min(6, 1 + Math.floor(day / 10)), 3),
  },
  'a license that few begin to use, one after the other': {
    days: 120,
    users: (day) => (isWeekend(day) ? 0 : Math.min(12, Math.floor(day / 4))),
  },
  'seasons of the year': {
    days: 400,
    users: (day, noise) => office(day, noise) * (1 + 0.4 * Math.sin((day * 2 * Math.PI) / 365)),
  },
  'a slow decline': { days: 200, users: (day, noise) => office(day, noise) * 0.994 ** day },
}

/** What somebody should look at: the first day on which it may be told, and by when it must. */
export const anomalies: Record<string, Series & { from: number; by: number }> = {
  'a ten-fold spike': {
    ...{ days: 130, from: 120, by: 120 },
    users: (day, noise) => office(day, noise) * (day === 120 ? 10 : 1),
  },
  'a spike of double the use': {
    ...{ days: 130, from: 120, by: 120 },
    users: (day, noise) => office(day, noise) * (day === 120 ? 2 : 1),
  },
  'a collapse where every day is the same': {
    ...{ days: 130, from: 120, by: 120 },
    users: (day, noise) => 300 * noise() * (day >= 120 ? 0.02 : 1),
  },
  'a collapse below the weekends': {
    ...{ days: 130, from: 120, by: 120 },
    users: (day, noise) => (day >= 120 ? 0 : office(day, noise, 100, 40)),
  },
  'a collapse to what weekends are, once it has lasted': {
    ...{ days: 145, from: 119, by: 133 },
    users: (day, noise) => (day >= 119 ? 5 * noise() : office(day, noise)),
  },
  'half of the use gone': {
    ...{ days: 140, from: 119, by: 131 },
    users: (day, noise) => office(day, noise) * (day >= 119 ? 0.45 : 1),
  },
  'a stolen key, which works at weekends too': {
    ...{ days: 140, from: 122, by: 124 },
    users: (day, noise) => office(day, noise) + (day >= 122 ? 45 * noise() : 0),
  },
  'a key that is shared with a second company': {
    ...{ days: 140, from: 121, by: 121 },
    users: (day, noise) => office(day, noise) * (day >= 121 ? 2.2 : 1),
  },
  'a slow leak, a fortieth more each day': {
    ...{ days: 220, from: 120, by: 165 },
    users: (day, noise) => office(day, noise) * (1 + Math.max(0, day - 120) / 40),
  },
  'a slow leak on top of growth': {
    ...{ days: 240, from: 120, by: 185 },
    users: (day, noise) => office(day, noise) * 1.003 ** day * (1 + Math.max(0, day - 120) / 45),
  },
  'a spike among a new customer’s first weeks': {
    ...{ days: 40, from: 30, by: 30 },
    users: (day, noise) => office(day, noise, 250, 12) * takeUp(day, 25) * (day === 30 ? 10 : 1),
  },
  'a script that opens a session each minute, at night': {
    ...{ days: 130, from: 124, by: 124 },
    users: (day, noise) => (day === 124 ? 1_440 : office(day, noise)),
  },
}
