/** Where the plugin's own pages are, below the admin panel's route. */
export const viewPaths = { operations: '/operations', performance: '/performance' } as const
