import { expect, it } from 'vitest'
import { splitPersonName } from '../../../shared/domain/person-name'

it.each([
  ['Ayşe Kaya', { name: 'Ayşe Kaya' }],
  ['Prof. Dr. Ayşe Kaya', { prefix: 'Prof. Dr.', name: 'Ayşe Kaya' }],
  ['Prof.Dr. Ayşe Kaya', { prefix: 'Prof.Dr.', name: 'Ayşe Kaya' }],
  ['Dr. Öğr. Üyesi  Işıl Gün', { prefix: 'Dr. Öğr. Üyesi', name: 'Işıl Gün' }],
  ['Sayın Av. İlhan Demir', { prefix: 'Av.', name: 'İlhan Demir' }],
  ['DOÇ. DR. ŞÜKRÜ TAŞ', { prefix: 'DOÇ. DR.', name: 'ŞÜKRÜ TAŞ' }],
  ['J. Alb. Murat Er', { prefix: 'J. Alb.', name: 'Murat Er' }],
  ['Doç', { name: 'Doç' }],
])('%s', (typed, parts) => {
  expect(splitPersonName(typed)).toEqual(parts)
})
