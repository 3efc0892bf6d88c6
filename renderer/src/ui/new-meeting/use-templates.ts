import { knownTemplates, type KnownTemplate } from '../../../../shared/domain/templates'
import { useCall } from '../../api/door'

/** Templates that can be chosen now: those shipped with the program and those of this office. */
export function useTemplates(): KnownTemplate[] {
  const shipped = useCall('templates.shipped', undefined, { staleTime: Infinity })
  const office = useCall('office.get', undefined)
  return knownTemplates(shipped.data ?? [], office.data?.settings.templates ?? [])
}
