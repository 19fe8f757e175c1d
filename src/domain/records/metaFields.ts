/** What Payload keeps beside a document's own fields: nobody's to set but the system's. */
export const metaFields = [
  ...['id', '_id', '__v', 'createdAt', 'updatedAt', 'collection'],
  ...['salt', 'hash', 'loginAttempts', 'lockUntil', 'sessions'],
  ...['resetPasswordToken', 'resetPasswordExpiration', '_verified', '_verificationToken'],
  'apiKeyIndex',
] as const
