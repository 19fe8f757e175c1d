/**
 * The path in a `file:` URL, such as `file:./.data/app.db` or `file:///srv/app.db`.
 *
 * @throws for anything that is not a plain local file: the adapter needs two connections to one file
 */
export function sqlitePath(url: string): string {
  const path = /^file:(?:\/\/(?:localhost)?(?=\/))?([^?#]+)$/i.exec(url)?.[1]
  if (!path || path.includes(':memory:')) {
    throw new Error('The SQLite adapter needs a local file, such as file:./.data/app.db')
  }
  return decodeURIComponent(path)
}
