/** Writes a migration for each SQL database after a change of fields: `npm run generate:migrations -- NAME`. */
import { execFileSync } from 'node:child_process'

const [name = 'change', flag = '--force-accept-warning'] = process.argv.slice(2)

// No server is asked: the difference is taken from the last migration's snapshot.
for (const uri of ['', 'postgres://127.0.0.1/none'])
  execFileSync('npx', ['payload', 'migrate:create', name, flag], {
    env: {
      ...process.env,
      DATABASE_URI: uri,
      PAYLOAD_CONFIG_PATH: 'src/payload.config.ts',
      PAYLOAD_MIGRATING: 'true',
    },
    stdio: 'inherit',
  })
