import { describe, expect, it } from 'vitest'
import { decisionMarkdown } from '../../../shared/documents/decision-text'
import { DecisionBlock } from '../../../shared/records/blocks'

const decision = (extra: object) =>
  DecisionBlock.parse({
    id: 'decision_0190a5d0-0000-7000-8000-000000000002',
    kind: 'decision',
    text: 'Yolun onarılmasına.',
    vote: { kind: 'unanimous' },
    ...extra,
  })

describe('the end of a decision', () => {
  it('is worded by rule from its vote', () => {
    expect(decisionMarkdown(decision({}), 'tr')).toBe('Yolun onarılmasına oy birliği ile karar verilmiştir.')
  })
  it('is what somebody worded: in the same sentence, or as one of its own', () => {
    expect(decisionMarkdown(decision({ formula: 'mevcudun oy birliğiyle karar verildi.' }), 'tr')).toBe(
      'Yolun onarılmasına mevcudun oy birliğiyle karar verildi.',
    )
    expect(decisionMarkdown(decision({ formula: 'İşbu karar oylandı.' }), 'tr')).toBe(
      'Yolun onarılmasına. İşbu karar oylandı.',
    )
  })
  it('blanks are no wording', () => {
    expect(decisionMarkdown(decision({ formula: '  ' }), 'tr')).toContain('oy birliği ile karar verilmiştir.')
  })
})
