import { environment } from './environment'
import { hostConfig } from './hostConfig'

export default hostConfig(environment())
