'use client'

import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'

import { FormDialog } from '../FormDialog'
import { useCommand } from '../useCommand'
import { useText } from '../useText'
import type { LicensePage } from './loadLicensePage'

/** A new key for the license's usage reports; the old one ends. It is shown this once. */
export const UsageKeyDialog = ({
  onClose,
  page,
}: {
  page: Pick<LicensePage, 'licenseId' | 'usageKeyAt'>
  onClose: () => void
}) => {
  const { t } = useText()
  const { busy, run } = useCommand()
  const [key, setKey] = useState<null | string>(null)
  const issue = async () => {
    const path = `/v1/licenses/${page.licenseId}/usage-key`
    const answer = await run<{ key: string }>({ path })
    if (answer) setKey(answer.key)
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
      confirm={t('usageKeyIssue')}
      onClose={onClose}
      onSubmit={() => void issue()}
      title={title}
    >
      <p>{t(page.usageKeyAt ? 'usageKeyReplaces' : 'usageKeyHint')}</p>
    </FormDialog>
  )
}

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
