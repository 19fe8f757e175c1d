'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import { FormDialog } from '../ui/FormDialog'
import { useCommand } from '../useCommand'
import { useText } from '../useText'
import type { LicensePage } from './loadLicensePage'

type Props = { page: Pick<LicensePage, 'licenseId' | 'usageKeyAt'>; onClose: () => void }

/** A new key for the license's usage reports, shown this once, or none: the old one ends. */
export const UsageKeyDialog = ({ onClose, page }: Props) => {
  const { t } = useText()
  const { busy, run } = useCommand()
  const [key, setKey] = useState<null | string>(null)
  const [revoking, setRevoking] = useState(false)
  const path = `/v1/licenses/${page.licenseId}/usage-key`
  const issue = async () => {
    const answer = await run<{ key: string }>({ path })
    if (answer) setKey(answer.key)
  }
  const revoke = async () => {
    const done = t('usageKeyRevoked', { license: page.licenseId })
    if (await run({ method: 'DELETE', path, done })) onClose()
  }
  const title = t('usageKeyTitle', { license: page.licenseId })
  if (key !== null)
    return (
      <FormDialog onClose={onClose} title={title}>
        <p>{t('usageKeyOnce')}</p>
        <KeyText value={key} />
      </FormDialog>
    )
  return (
    <FormDialog
      busy={busy}
      confirm={t(revoking ? 'usageKeyRevoke' : 'usageKeyIssue')}
      onClose={onClose}
      onSubmit={() => void (revoking ? revoke() : issue())}
      title={title}
    >
      <p>{t(revoking ? 'usageKeyEnds' : page.usageKeyAt ? 'usageKeyReplaces' : 'usageKeyHint')}</p>
      {page.usageKeyAt && !revoking && <RevokeButton onClick={() => setRevoking(true)} />}
    </FormDialog>
  )
}

const RevokeButton = ({ onClick }: { onClick: () => void }) => (
  <Button
    buttonStyle="subtle"
    extraButtonProps={{ 'data-action': 'revokeKey' }}
    margin={false}
    onClick={onClick}
    size="small"
  >
    {useText().t('usageKeyRevoke')}
  </Button>
)

const KeyText = ({ value }: { value: string }) => {
  const { t } = useText()
  const copy = () =>
    navigator.clipboard
      .writeText(value)
      .then(() => toast.success(t('copied')))
      .catch(() => toast.error(t('copyFailed')))
  return (
    <div className="channel-key">
      <code className="channel-key__value" data-usage-key>
        {value}
      </code>
      <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="small">
        {t('copy')}
      </Button>
    </div>
  )
}
