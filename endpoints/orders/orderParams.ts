import { z } from 'zod'

import { id } from '../../src/domain/text'

export const orderParams = z.object({ id })
