'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import { Panel } from '../ui/Panel'
import { requestKeys } from '../requestKey'
import { useCommand } from '../useCommand'
import { useText } from '../useText'
import type { Created } from './CreatedLicense'
import { CustomerStep } from './CustomerStep'
import { DeploymentStep } from './DeploymentStep'
import {
  faultsOf,
  newOperation,
  operationBody,
  steps,
  type Faults,
  type OperationsDraft,
  type Step,
} from './operationsDraft'
import type { OperationsProps } from './stepProps'
import { ProductStep } from './ProductStep'
import { ReviewStep } from './ReviewStep'
import { StepTrail } from './StepTrail'
import { TermsStep } from './TermsStep'
import type { StepProps } from './stepProps'

const contents: Record<Step, (props: StepProps) => React.ReactNode> = {
  product: ProductStep,
  customer: CustomerStep,
  terms: TermsStep,
  deployment: DeploymentStep,
  review: ReviewStep,
}

/** Step by step to a license; nothing is written before the last one. */
export const OperationsForm = ({
  onCreated,
  ...options
}: OperationsProps & { onCreated: (created: Created) => void }) => {
  const { t } = useText()
  const { busy, run } = useCommand()
  const [keyFor] = useState(requestKeys)
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => newOperation(options.currencies[0] ?? 'USD'))
  const [step, setStep] = useState<Step>('product')
  const [faults, setFaults] = useState<Faults>({})
  const at = steps.indexOf(step)
  const Content = contents[step]
  const change = (changes: Partial<OperationsDraft>) => setDraft((old) => ({ ...old, ...changes }))
  const go = (to: Step) => {
    setFaults({})
    setStep(to)
  }
  useFocus(form, step, faults)
  const create = async () => {
    const body = operationBody(draft)
    const headers = { 'Idempotency-Key': keyFor(JSON.stringify(body)) }
    const created = await run<Created>({ path: '/v1/licenses', body, headers })
    if (created) onCreated(created)
  }
  const next = (event: React.FormEvent) => {
    event.preventDefault()
    const found = faultsOf(step, draft)
    const following = steps[at + 1]
    if (Object.keys(found).length > 0) setFaults(found)
    else if (following) go(following)
    else void create()
  }
  return (
    <form className="channel-steps-form" data-step={step} noValidate onSubmit={next} ref={form}>
      <StepTrail at={at} onGo={go} />
      <Panel title={t(`step.${step}`)}>
        <Content {...options} draft={draft} faults={faults} onChange={change} />
      </Panel>
      <StepButtons
        busy={busy}
        onBack={at > 0 ? () => go(steps[at - 1] as Step) : null}
        step={step}
      />
    </form>
  )
}

const StepButtons = ({
  busy,
  onBack,
  step,
}: {
  step: Step
  busy: boolean
  onBack: (() => void) | null
}) => {
  const { t } = useText()
  return (
    <div className="channel-buttons">
      {onBack && (
        <Button buttonStyle="secondary" disabled={busy} margin={false} onClick={onBack}>
          {t('back')}
        </Button>
      )}
      <Button
        disabled={busy}
        extraButtonProps={{ 'data-action': 'next' }}
        margin={false}
        type="submit"
      >
        {t(step === 'review' ? 'createLicense' : 'next')}
      </Button>
    </div>
  )
}

/** On a new step the first field has the focus, after faults the first field at fault. */
const useFocus = (form: React.RefObject<HTMLElement | null>, step: Step, faults: Faults) => {
  const last = useRef(step)
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid]')
    if (wrong) wrong.focus()
    else if (last.current !== step)
      form.current?.querySelector<HTMLElement>('section :is(input, select, button)')?.focus()
    last.current = step
  }, [form, step, faults])
}
