export { MoneyCell } from './MoneyCell'
export { NotificationsBell } from './NotificationsBell'
export { StateCell } from './StateCell'
