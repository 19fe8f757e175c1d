'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { UsageKeyDialog } from '../licenses/UsageKeyDialog'
import { useCertificate } from '../licenses/useCertificate'
import { Panel } from '../ui/Panel'
import { useChannel } from '../useChannel'
import { useMay } from '../useMay'
import { useRoutes } from '../useRoutes'
import { useText } from '../useText'

/** What `POST /v1/licenses` answers, as far as it is shown. */
export type Created = { license: { id: string; licenseId: string } }

/** The license is there: the ways on from here. */
export const CreatedLicense = ({
  created: { license },
  onAnother,
}: {
  created: Created
  onAnother: () => void
}) => {
  const { t } = useText()
  const may = useMay()
  const routes = useRoutes()
  const { slugs } = useChannel()
  const download = useCertificate(license.licenseId)
  const [keyOpen, setKeyOpen] = useState(false)
  return (
    <Panel title={t('licenseCreated', { license: license.licenseId })}>
      <p role="status">{t('licenseCreatedHint')}</p>
      <div className="channel-buttons">
        <Button
          el="link"
          margin={false}
          to={routes.admin(`/collections/${slugs.licenses}/${license.id}`)}
        >
          {t('openLicense')}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={() => void download()}>
          {t('task.certificate')}
        </Button>
        {may('licenses', 'rotateKey') === true && (
          <Button buttonStyle="secondary" margin={false} onClick={() => setKeyOpen(true)}>
            {t('task.usageKey')}
          </Button>
        )}
        <Button buttonStyle="secondary" margin={false} onClick={onAnother}>
          {t('createAnother')}
        </Button>
      </div>
      {keyOpen && (
        <UsageKeyDialog
          onClose={() => setKeyOpen(false)}
          page={{ licenseId: license.licenseId, usageKeyAt: null }}
        />
      )}
    </Panel>
  )
}
