import { useTranslation } from 'react-i18next'
import type { Agency } from '../../../../shared/records/agency'
import type { Body } from '../../../../shared/records/body'
import type { Participant } from '../../../../shared/records/participant'
import { UsageList } from '../../ui/usage-list'
import { useRecordName } from '../../ui/use-record-name'
import classes from './preview.module.css'
import { useNames } from './request-words'

/** Facts with something to say, as terms and descriptions. */
function Facts({ facts }: { facts: readonly (readonly [label: string, text: string | undefined])[] }) {
  const filled = facts.filter(([, text]) => Boolean(text))
  if (filled.length === 0) return null
  return (
    <dl className={classes.terms}>
      {filled.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

/** An agency: its other names, where it belongs, the meetings it took part in. */
export function AgencyPreview({ agency }: { agency: Agency }) {
  const { t } = useTranslation()
  const parent = useRecordName(agency.parentId)
  const { shortNames, aliases, formerNames, province, kind } = agency
  return (
    <>
      <Facts
        facts={[
          [t('searchPage.preview.shortNames'), shortNames.join(', ')],
          [t('searchPage.preview.aliases'), aliases.join(', ')],
          [t('searchPage.preview.formerNames'), formerNames.map(({ name }) => name).join(', ')],
          [t('searchPage.preview.kind'), kind && t(`terms.agencyKind.${kind}`)],
          [t('searchPage.preview.parent'), parent],
          [t('searchPage.preview.province'), province],
        ]}
      />
      <UsageList id={agency.id} />
    </>
  )
}

/** A person: the offices held, the meetings attended. */
export function PersonPreview({ person }: { person: Participant }) {
  const { t } = useTranslation()
  const names = useNames(person.offices.flatMap(({ agencyId }) => agencyId ?? []))
  const offices = person.offices.map(({ title, agencyId }) =>
    [title, agencyId && names.get(agencyId)].filter(Boolean).join(', '),
  )
  return (
    <>
      <Facts
        facts={[
          [t('searchPage.preview.offices'), offices.join(' · ')],
          [t('searchPage.preview.aliases'), person.aliases.join(', ')],
        ]}
      />
      <UsageList id={person.id} />
    </>
  )
}

/** A board: whose it is, its meetings. */
export function BodyPreview({ body }: { body: Body }) {
  const { t } = useTranslation()
  const owner = useRecordName(body.ownerAgencyId)
  return (
    <>
      <Facts
        facts={[
          [t('searchPage.preview.kind'), t(`terms.bodyKind.${body.kind}`)],
          [t('searchPage.preview.owner'), owner],
        ]}
      />
      <UsageList id={body.id} />
    </>
  )
}
