import { client, PASSWORD, type Client, type Company } from './fixtures'

/** One more engineer who logs in; the ID is kept by the name in small letters. */
export const hireEngineer = async (
  { anybody, ids, payload, url }: Company,
  name: string,
): Promise<Client> => {
  const email = `${name.toLowerCase()}@company.test`
  const { id } = await payload.create({ collection: 'engineers', data: { name, email } })
  ids[name.toLowerCase()] = id
  const login = { email, password: PASSWORD }
  const data = { ...login, roles: ['engineer'], engineer: id }
  await payload.create({ collection: 'users', data: data as never })
  return client(url, (await anybody.post('/api/users/login', login)).body.token)
}
