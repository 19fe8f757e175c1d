'use client'

import { SelectField } from '../ui/fields/SelectField'
import { useText } from '../useText'
import { useEngineers } from './useEngineers'

type Props = { value: string; region: string; onChange: (engineer: string) => void }

/** The engineer: chosen by load, or by hand among the active ones, with what each has to do. */
export const EngineerField = ({ onChange, region, value }: Props) => {
  const { number, t } = useText()
  const engineers = useEngineers()
  const first = engineers.filter((one) => !region || one.region === region)
  const others = engineers.filter((one) => !first.includes(one))
  const options = [...first, ...others].map(
    ({ id, load, name, region: home }) =>
      [id, t('engineerLoad', { name, region: home ?? '–', load: number(load) })] as const,
  )
  return (
    <SelectField
      className="channel-field-grid__wide"
      empty={t('leastLoaded')}
      label={t('engineer')}
      name="engineer"
      onChange={onChange}
      options={options}
      value={value}
    />
  )
}
