export default async (): Promise<void> => globalThis.postgresForAll?.stop()
