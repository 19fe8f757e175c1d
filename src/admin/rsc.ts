export { Home } from './Home'
export { OrderEditView, OrderFieldsView } from './OrderEditView'
export { OrderListTools } from './OrderListTools'
