import type { AdminViewServerProps } from 'payload'

import { accessOf } from '../../../access/can'
import { channelOf } from '../../channel'
import { OwnView } from '../ui/OwnView'
import { OperationsPage } from './OperationsPage'

/** A license from scratch in one guided form; for those who may create any. */
export const OperationsView = (props: AdminViewServerProps) => {
  const { currencies, regions } = channelOf(props.initPageResult.req.payload).options
  return (
    <OwnView
      allows={(req) => accessOf(req, 'licenses', 'create') === true}
      title="operations"
      view={props}
    >
      <OperationsPage currencies={currencies} regions={regions} />
    </OwnView>
  )
}
