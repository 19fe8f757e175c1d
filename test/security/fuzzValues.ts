import fc from 'fast-check'

/** The same values every time; others by FUZZ_SEED, more of them by FUZZ_RUNS. */
const seed = Number(process.env.FUZZ_SEED ?? 20_261_125)
const factor = Number(process.env.FUZZ_RUNS ?? 1)

/** Nested too deep to be walked by recursion, as JSON. */
const deep = (open: string, close: string) => open.repeat(20_000) + '1' + close.repeat(20_000)

/** JSON texts that a field of any type may be sent. */
const wrong = fc.oneof(
  fc.constantFrom(
    ...['null', 'true', '-1', '1.5', '1e300', '123456789012345678901234567890', '""', '"x"'],
    ...['"a\\u0000b"', '"\\ud800"', '"\\u202e"', '[]', '["a"]', '[null]', '[[]]', '[{}]', '{}'],
    ...['{"a":1}', '{"id":{"a":1}}', '{"id":null}', '{"value":"x","relationTo":"users"}'],
    ...['{"relationTo":"nope","value":{}}', '{"__proto__":{"a":1}}', '{"toString":1}'],
    ...['"2027-02-30"', '"+275760-09-13T00:00:00.001Z"', '"0000-00-00"', '"9e9"'],
    deep('{"a":', '}'),
    deep('[', ']'),
    JSON.stringify('x'.repeat(150_000)),
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
  fc.string({ unit: 'binary' }).map((value) => JSON.stringify(value)),
)

let drawn = 0
const draw = <T>(arbitrary: fc.Arbitrary<T>, count: number): T[] =>
  fc.sample(arbitrary, { seed: seed + drawn++, numRuns: count * factor })

export const wrongValues = (count: number): string[] => draw(wrong, count)

const keys = [
  ...['limit', 'page', 'depth', 'sort', 'where', 'select', 'populate', 'joins', 'locale'],
  ...['fallback-locale', 'draft', 'trash', 'pagination', 'data', 'autosave', 'overrideLock'],
]
const paths = [
  ...['', '[]', '[0]', '[a]', '[id]', '[id][equals]', '[id][]', '[and]', '[and][]', '[and][0]'],
  ...['[or][0][id]', '[__proto__]', '[a][b][c][d]', '[users]', '[items]', '[items][limit]'],
  ...['[items][sort]', '[items][where]', '[licenses][where][id]', '[items][page]', '[0][1]'],
]
const texts = [
  ...['', 'x', '{}', '[]', '{"a":1}', '-1', '0', '1.5', '9'.repeat(30), 'null', 'true', 'false'],
  ...['%00', '%ED%A0%80', '%F0%9F%98%80', '__proto__', 'constructor', 'id', '-id', '.', 'a,b'],
  ...['a.b.c', 'createdAt', 'partner.tier.name', '2027-02-30'],
]
const query = fc
  .array(fc.tuple(fc.constantFrom(...keys), fc.constantFrom(...paths), fc.constantFrom(...texts)), {
    minLength: 1,
    maxLength: 2,
  })
  .map((parts) => parts.map(([key, path, text]) => `${key}${path}=${text}`).join('&'))

/** Query strings of parameters that Payload or a route of ours knows, as nobody should send them. */
export const wrongQueries = (count: number): string[] => draw(query, count)

/** Bodies of whole requests, as JSON or nearly so. */
const body = fc.oneof(
  fc.constantFrom(
    ...['{}', '[]', 'null', '5', '"x"', '{', '', '{"email":{},"password":[],"username":5}'],
    ...['{"token":{},"password":5}', '{"where":5}', '{"data":null}', deep('{"email":', '}')],
  ),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
)
export const wrongBodies = (count: number): string[] => draw(body, count)
