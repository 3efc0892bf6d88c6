import { useCall } from '../api/door'

/** Today's name of a person, agency or board. Out: undefined while it is on its way, or when the record is gone. */
export function useRecordName(id: string | undefined): string | undefined {
  const { data } = useCall('records.get', { id: id ?? '' }, { enabled: id !== undefined })
  return data && 'name' in data.record ? data.record.name : undefined
}
