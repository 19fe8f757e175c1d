import { listUrl } from '../ui/listUrl'

/** Below a list of alerts, in the panel or of the API: those of use beyond what its product allows. */
export const overLimitAlerts = (list: string): string =>
  listUrl(list, [
    ['kind', 'in', 'over_workspaces,over_users'],
    ['state', 'not_equals', 'resolved'],
  ])
