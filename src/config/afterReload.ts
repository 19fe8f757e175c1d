import type { Payload } from 'payload'

/**
 * A development server whose config was edited puts the new one in place of the old, in the running
 * app, and calls no `onInit`: what the plugin did to the complete config would be gone until the next
 * start, closed collections open among it. The database is connected anew each time.
 */
export const afterReload = ({ db }: Pick<Payload, 'db'>, complete: () => void): void => {
  const { connect } = db
  if (!connect) return
  db.connect = async (args) => {
    await connect.call(db, args)
    if (args?.hotReload) complete()
  }
}
