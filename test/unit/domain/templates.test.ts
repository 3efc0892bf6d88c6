import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readShippedTemplates, readTemplateFile } from '../../../electron/services/template-files'
import { nextMeetingNumber } from '../../../shared/domain/meeting-number'
import {
  fillTitle,
  knownTemplates,
  readTemplate,
  startingTexts,
  templateBeside,
  templateOfMeeting,
  writeTemplate,
} from '../../../shared/domain/templates'
import { newId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'
import type { MeetingTemplate } from '../../../shared/records/template'
import { codeOf, tempFolder, valueOf } from '../../support/archive'

const template: MeetingTemplate = {
  id: newId('template'),
  name: 'Şube toplantısı',
  kind: 'meeting',
  title: '{kurul} {no}. Toplantısı',
  agenda: [{ title: 'Açılış', kind: 'item', plannedMinutes: 5, markdown: 'Toplantı açıldı.' }],
}

test('what ships can be read, has one of each kind, and ids that differ', async () => {
  const faults: string[] = []
  const shipped = await readShippedTemplates(path.join('resources', 'templates', 'meetings'), (file) =>
    faults.push(file),
  )
  expect(faults).toEqual([])
  expect(shipped.map(({ name }) => name)).toEqual([
    'Kurul toplantısı',
    'Komisyon toplantısı',
    'İl koordinasyon kurulu dönem toplantısı',
    'Genel kurul toplantısı',
    'İstişare ve değerlendirme toplantısı',
    'Seminer',
    'Çalıştay',
    'Panel',
    'Konferans',
  ])
  expect(new Set(shipped.map(({ id }) => id)).size).toBe(shipped.length)
  for (const { agenda } of shipped) {
    expect(agenda.length).toBeGreaterThanOrEqual(4)
    expect(agenda.every(({ title, plannedMinutes }) => title !== '' && (plannedMinutes ?? 0) > 0)).toBe(true)
  }
})

test('a template comes back from its file as it went', async () => {
  const file = path.join(await tempFolder(), 'şablon.json')
  await writeFile(file, writeTemplate(template))
  expect(valueOf(await readTemplateFile(file))).toEqual(template)
  await writeFile(file, `\uFEFF${writeTemplate(template)}`)
  expect(valueOf(await readTemplateFile(file))).toEqual(template)
})

test('a bad file is told by its fault, one that is no file too', async () => {
  const folder = await tempFolder()
  const file = path.join(folder, 'şablon.json')
  const { name: _name, ...nameless } = template
  const faults: [string, string][] = [
    ['', 'template-invalid'],
    ['{"format":"tutanak-template"', 'template-invalid'],
    ['[]', 'template-invalid'],
    [JSON.stringify({ format: 'tutanak-template', version: 1, template: nameless }), 'template-invalid'],
    [
      JSON.stringify({ format: 'tutanak-template', version: 1, template: { ...template, extra: 1 } }),
      'template-invalid',
    ],
    [
      JSON.stringify({ format: 'tutanak-template', version: 2, template: { future: true } }),
      'template-too-new',
    ],
    [writeTemplate({ ...template, name: ' ' }), 'template-invalid'],
  ]
  for (const [text, code] of faults) {
    await writeFile(file, text)
    expect(codeOf(await readTemplateFile(file))).toBe(code)
  }
  await writeFile(file, new Uint8Array(4_000_001).fill(32))
  expect(codeOf(await readTemplateFile(file))).toBe('file-too-large')
  expect(codeOf(await readTemplateFile(path.join(folder, 'yok.json')))).toBe('file-unreadable')
  await mkdir(path.join(folder, 'klasör.json'))
  expect(codeOf(await readTemplateFile(path.join(folder, 'klasör.json')))).toBe('file-unreadable')
})

test('one damaged template does not take the others along', async () => {
  const folder = await tempFolder()
  await writeFile(path.join(folder, '1.json'), 'bozuk')
  await writeFile(path.join(folder, '2.json'), writeTemplate(template))
  const faults: string[] = []
  expect(await readShippedTemplates(folder, (file) => faults.push(file))).toEqual([template])
  expect(faults).toEqual(['1.json'])
  expect(await readShippedTemplates(path.join(folder, 'yok'), (file) => faults.push(file))).toEqual([])
  expect(faults).toHaveLength(2)
})

test('an office’s template of the same id stands in for the shipped one', () => {
  const changed = { ...template, name: 'Değişen' }
  const own = { ...template, id: newId('template'), name: 'Kopya' }
  expect(knownTemplates([template], [own, changed])).toEqual([
    { template: changed, origin: 'changed' },
    { template: own, origin: 'own' },
  ])
})

test('a template that comes beside others takes no place and no name from them', () => {
  const copyName = (n: number) => (n === 1 ? 'Panel (kopya)' : `Panel (kopya ${n})`)
  const panel = { ...template, name: 'Panel' }
  expect(templateBeside(panel, [], copyName)).toEqual(panel)
  const first = templateBeside(panel, [panel], copyName)
  expect(first).toEqual({ ...panel, id: first.id, name: 'Panel (kopya)' })
  expect(first.id).not.toBe(panel.id)
  expect(templateBeside(panel, [panel, first], copyName).name).toBe('Panel (kopya 2)')
  const namesake = { ...panel, id: newId('template'), name: 'PANEL ' }
  expect(templateBeside(panel, [namesake], copyName)).toEqual({ ...panel, name: 'Panel (kopya)' })
  const renamed = { ...panel, name: 'Söyleşi' }
  const back = templateBeside(panel, [renamed], copyName)
  expect(back).toEqual({ ...panel, id: back.id })
  expect(back.id).not.toBe(renamed.id)
})

test.each([
  [{ body: 'Yol Kurulu', no: '4' }, 'Yol Kurulu 4. Toplantısı'],
  [{ body: 'Yol Kurulu' }, 'Yol Kurulu Toplantısı'],
  [{}, 'Toplantısı'],
])('gaps of a title: %o', (words, title) => {
  expect(fillTitle('{kurul} {no}. Toplantısı', words)).toBe(title)
})

test('gaps may be written in capitals or without dots; unknown words in braces stay', () => {
  expect(
    fillTitle('{KURUL} {Yil} – {tarih} {başka}', { body: 'A', year: '2025', date: '1 Mayıs 2025' }),
  ).toBe('A 2025 – 1 Mayıs 2025 {başka}')
})

test('starting text becomes one text a paragraph, list or table', () => {
  expect(startingTexts('Bir.\n\nİki\nsatır.\n\n- a\n- b\n\n')).toEqual(['Bir.', 'İki\nsatır.', '- a\n- b'])
})

test('a template after a meeting has its agenda without what was said and what was carried', () => {
  const meeting = Meeting.parse({
    id: newId('meeting'),
    revision: 1,
    createdAt: '2025-01-01T08:00:00.000Z',
    updatedAt: '2025-01-01T08:00:00.000Z',
    savedBy: '',
    originArchive: 'a',
    title: 'T',
    kind: 'panel',
    agenda: [
      {
        id: newId('item'),
        title: 'Açılış',
        plannedMinutes: 10,
        blocks: [{ id: newId('text'), kind: 'text', markdown: 'Gizli' }],
      },
      { id: newId('item'), title: ' ' },
      {
        id: newId('item'),
        title: 'Gelen',
        carriedFrom: { meetingId: newId('meeting'), itemId: newId('item') },
      },
    ],
  })
  const made = templateOfMeeting(meeting, 'Panelimiz')
  expect(made).toMatchObject({ name: 'Panelimiz', kind: 'panel', title: '' })
  expect(made.agenda).toEqual([{ title: 'Açılış', kind: 'item', plannedMinutes: 10, markdown: '' }])
  expect(valueOf(readTemplate(writeTemplate(made)))).toEqual(made)
})

test.each([
  [[], 2025, false, '1'],
  [[{ no: '12', year: 2024 }], 2025, false, '13'],
  [[{ no: '2025/4', year: 2025 }], 2025, false, '2025/5'],
  [[{ no: '2025/4', year: 2025 }], 2026, false, '2026/1'],
  [
    [
      { no: '3', year: 2024 },
      { no: '1', year: 2025 },
    ],
    2025,
    true,
    '2',
  ],
  [[{ no: '4', year: 2024 }], 2025, true, '1'],
  [[{ year: 2024 }, { year: 2024 }], 2025, false, '3'],
  [[{ no: '9' }, { no: 'olağanüstü' }], 2025, false, '10'],
  [[{ no: '10' }, { no: '9' }], 2025, false, '11'],
])('number after %o in %i', (meetings, year, yearly, next) => {
  expect(nextMeetingNumber(meetings, year, yearly)).toBe(next)
})
