import { environment } from './host/environment'
import { hostConfig } from './host/hostConfig'

export default hostConfig(environment())
