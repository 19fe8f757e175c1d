import type { AdminViewServerProps } from 'payload'

import { accessOf } from '../../../access/can'
import { OwnView } from '../ui/OwnView'
import { PerformancePage } from './PerformancePage'

/** How sales reps, engineers and resellers do; for staff. */
export const PerformanceView = (props: AdminViewServerProps) => (
  <OwnView
    allows={(req) => accessOf(req, 'purchases', 'read') === true}
    title="performance"
    view={props}
  >
    <PerformancePage />
  </OwnView>
)
