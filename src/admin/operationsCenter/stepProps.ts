import { type Faults, type OperationsDraft } from './operationsDraft'

export type StepProps = OperationsProps & {
  draft: OperationsDraft
  faults: Faults
  onChange: (changes: Partial<OperationsDraft>) => void
}

export type OperationsProps = { currencies: string[]; regions: string[] }
