export default async (): Promise<void> => globalThis.mongoForAll?.stop()
