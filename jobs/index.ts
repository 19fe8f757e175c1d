import type { TaskConfig } from 'payload'

/** The plugin's tasks, for Payload's job runner. */
export const tasks: TaskConfig[] = []
