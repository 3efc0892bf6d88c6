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
  ['Hakim Yılmaz', { name: 'Hakim Yılmaz' }],
  ['Hâkim Ayşe Kaya', { prefix: 'Hâkim', name: 'Ayşe Kaya' }],
  ['Sayın Kaya', { name: 'Kaya' }],
  ['Yük. Müh. Işıl Gün', { prefix: 'Yük. Müh.', name: 'Işıl Gün' }],
  ['Vet. Hek. Özge Ün', { prefix: 'Vet. Hek.', name: 'Özge Ün' }],
  ['Cumhuriyet Savcısı Ali Er', { name: 'Cumhuriyet Savcısı Ali Er' }],
])('%s', (typed, parts) => {
  expect(splitPersonName(typed)).toEqual(parts)
})
