'use client'

import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { callApi } from '../callApi'
import { errorText } from '../errorText'
import { Labeled } from './fields/Labeled'
import { Panel } from './Panel'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

/** What staff note on an order, in any state of it. */
export const InternalNotes = ({
  id,
  slug,
  stored,
}: {
  id: string
  slug: string
  stored: string
}) => {
  const texts = useText()
  const { t } = texts
  const routes = useRoutes()
  const router = useRouter()
  const [internalNotes, setInternalNotes] = useState(stored)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const url = routes.api(`/${slug}/${id}?depth=0`)
    const answer = await callApi(url, { method: 'PATCH', body: { internalNotes } })
    setBusy(false)
    if (!answer.ok) return toast.error(errorText(texts, answer.errors[0] ?? { message: '' }))
    toast.success(t('saved'))
    return router.refresh()
  }
  return (
    <Panel hint={t('internalNotesHint')} title={t('internalNotes')}>
      <Labeled className="channel-field--bare" label={t('internalNotes')}>
        {(field) => (
          <textarea
            {...field}
            className="channel-input"
            name="internalNotes"
            onChange={(event) => setInternalNotes(event.target.value)}
            rows={3}
            value={internalNotes}
          />
        )}
      </Labeled>
      <div className="channel-buttons">
        <Button
          buttonStyle="secondary"
          disabled={busy || internalNotes === stored}
          margin={false}
          onClick={() => void save()}
          size="medium"
        >
          {t('save')}
        </Button>
      </div>
    </Panel>
  )
}
