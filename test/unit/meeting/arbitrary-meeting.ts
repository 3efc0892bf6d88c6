import fc from 'fast-check'
import { newId } from '../../../shared/ids'
import type { Block } from '../../../shared/records/blocks'
import { Meeting, type AgendaItem } from '../../../shared/records/meeting'

/** A meeting with the given agenda texts, everything else at its defaults. */
export function meetingOf(agenda: { title: string; texts: string[] }[]): Meeting {
  const at = '2024-01-01T08:00:00.000Z'
  return Meeting.parse({
    id: newId('meeting'),
    revision: 1,
    createdAt: at,
    updatedAt: at,
    savedBy: '',
    originArchive: 'a',
    title: 'Yayla Yolu Komisyonu 3. Toplantısı',
    agenda: agenda.map(({ title, texts }) => ({
      id: newId('item'),
      title,
      blocks: texts.map((markdown) => ({ id: newId('text'), kind: 'text', markdown })),
    })),
  })
}

const words = fc.constantFrom('Açılış yapıldı.', 'Yoklama alındı.', 'Söz verildi.', 'IŞIK', 'ısı', '')

type Edit = (meeting: Meeting) => Meeting

function editBlocks(meeting: Meeting, edit: (blocks: Block[], item: AgendaItem) => Block[]): Meeting {
  return { ...meeting, agenda: meeting.agenda.map((item) => ({ ...item, blocks: edit(item.blocks, item) })) }
}

function at<T>(rows: T[], index: number): T | undefined {
  return rows.length === 0 ? undefined : rows[index % rows.length]
}

function moved<T>(rows: T[], from: number, to: number): T[] {
  const row = at(rows, from)
  if (row === undefined) return rows
  const rest = rows.filter((other) => other !== row)
  const place = to % (rest.length + 1)
  return [...rest.slice(0, place), row, ...rest.slice(place)]
}

/** One thing that a secretary may do to a meeting; fresh ids are made when it is applied. */
const edit: fc.Arbitrary<Edit> = fc
  .tuple(fc.integer({ min: 0, max: 10 }), fc.nat(20), fc.nat(20), words)
  .map(([kind, a, b, text]): Edit => {
    switch (kind) {
      case 0:
        return (meeting) => ({ ...meeting, title: `${text} ${a}` })
      case 1:
        return (meeting) => ({ ...meeting, place: a % 3 === 0 ? undefined : text })
      case 2:
        return (meeting) => ({
          ...meeting,
          attendance: [
            ...meeting.attendance,
            { id: newId('attendance'), name: `Kişi ${a}`, role: 'member', state: 'present' },
          ],
        })
      case 3:
        return (meeting) => ({
          ...meeting,
          attendance: meeting.attendance.map((row) =>
            row === at(meeting.attendance, a) ? { ...row, state: 'excused', title: text } : row,
          ),
        })
      case 4:
        return (meeting) => ({ ...meeting, attendance: moved(meeting.attendance, a, b) })
      case 5:
        return (meeting) => ({
          ...meeting,
          attendance: meeting.attendance.filter((row) => row !== at(meeting.attendance, a)),
        })
      case 6:
        return (meeting) => ({
          ...meeting,
          agenda: [
            ...meeting.agenda,
            { id: newId('item'), title: text, kind: 'item', speakerIds: [], blocks: [] },
          ],
        })
      case 7:
        return (meeting) =>
          editBlocks(meeting, (blocks, item) =>
            item === at(meeting.agenda, a)
              ? [...blocks, { id: newId('text'), kind: 'text', markdown: text }]
              : blocks,
          )
      case 8:
        return (meeting) =>
          editBlocks(meeting, (blocks, item) =>
            item === at(meeting.agenda, a)
              ? blocks.map((block) =>
                  block === at(blocks, b) && block.kind === 'text'
                    ? { ...block, markdown: `${text}${b}` }
                    : block,
                )
              : blocks,
          )
      case 9:
        return (meeting) =>
          editBlocks(meeting, (blocks, item) =>
            item === at(meeting.agenda, a) ? moved(blocks, a, b) : blocks,
          )
      default:
        return (meeting) =>
          editBlocks(meeting, (blocks, item) =>
            item === at(meeting.agenda, a) ? blocks.filter((block) => block !== at(blocks, b)) : blocks,
          )
    }
  })

const edits = fc.array(edit, { maxLength: 8 })
const apply = (meeting: Meeting, list: Edit[]) => list.reduce((now, next) => next(now), meeting)

/** A meeting and two versions that grew out of it independently. */
export const diverged: fc.Arbitrary<{ base: Meeting; mine: Meeting; theirs: Meeting }> = fc
  .tuple(edits, edits, edits)
  .map(([first, mine, theirs]) => {
    const base = apply(
      meetingOf([
        { title: '', texts: ['Toplantı açıldı.'] },
        { title: 'Yolun onarımı', texts: ['Sunum yapıldı.', 'Görüşüldü.'] },
      ]),
      first,
    )
    return { base, mine: apply(base, mine), theirs: apply(base, theirs) }
  })
