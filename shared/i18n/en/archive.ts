import type { SameShape } from '../shape'
import type { archive as tr } from '../tr/archive'

export const archive: SameShape<typeof tr> = {
  create: {
    title: 'New archive',
    text: 'An archive is the folder that holds your records. Name it after your office.',
    name: 'Name of the archive',
    namePlaceholder: 'e.g. Provincial Directorate of Trade',
    where: 'Place',
    whereDefault: 'Documents folder (recommended)',
    whereAsk: 'I will choose another folder',
    submit: 'Create the archive',
  },
  sampleName: 'Sample archive',
  opened: '{{name}} is open',
  rebuilt: 'The search index is being rebuilt',
}
