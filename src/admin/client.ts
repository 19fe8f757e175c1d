export { MoneyCell } from './MoneyCell'
