import { text, type DocumentTree } from '../../../shared/documents/document'

const signer = { name: 'Ad SOYAD', lines: ['Unvan'] }

/** A page with every kind of block: setting it makes Typst compile the parts of itself that minutes need. */
export const warmUpDocument: DocumentTree = {
  meta: { title: 'Tutanak', language: 'tr', font: 'tinos' },
  blocks: [
    { kind: 'letterhead', lines: ['T.C.', 'KURUM'] },
    { kind: 'title', inline: text('TUTANAK') },
    { kind: 'fields', rows: [{ label: 'Tarihi', value: text('01.01.2022') }] },
    { kind: 'heading', level: 1, inline: text('Katılanlar') },
    {
      kind: 'table',
      columns: [
        { head: text('Sıra'), width: 'narrow', align: 'right' },
        { head: text('Ad'), width: 2 },
      ],
      rows: [[text('1'), text('Ad')]],
    },
    { kind: 'numbered', items: [{ number: '1.', inline: text('Açılış') }] },
    {
      kind: 'paragraph',
      style: 'running',
      inline: [
        { kind: 'strong', children: text('Toplantı') },
        ...text(' açıldı ve gündeme geçildi; yoklama yapıldı. '.repeat(8)),
        { kind: 'emph', children: text('not') },
        { kind: 'link', href: 'https://ornek.invalid', children: text('bağ') },
      ],
    },
    { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', style: 'plain', inline: text('bir') }]] },
    {
      kind: 'decision',
      label: 'KARAR',
      children: [{ kind: 'paragraph', style: 'running', inline: text('Yapılmasına karar verilmiştir.') }],
    },
    { kind: 'signatures', columns: 1, chair: signer, members: [signer], last: signer },
  ],
}
