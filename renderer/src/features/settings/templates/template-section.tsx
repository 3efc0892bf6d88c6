import { ActionIcon, Button, Group, Menu, UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { knownTemplates, templateBeside, type KnownTemplate } from '../../../../../shared/domain/templates'
import { newId } from '../../../../../shared/ids'
import { maxOwnTemplates } from '../../../../../shared/records/office-settings'
import type { MeetingTemplate } from '../../../../../shared/records/template'
import { callDoor, useCall } from '../../../api/door'
import { useReadOnly } from '../../../api/use-app-info'
import { notifyDone, notifyError, notifyProblem } from '../../../ui/notify'
import { Section } from '../section'
import { useOffice } from '../use-office'
import { TemplateEditor } from './template-editor'
import classes from './templates.module.css'

/** Templates of meetings: those that ship can be copied and changed, own ones kept, given away and taken over. */
export function TemplateSection() {
  const { t } = useTranslation()
  const readOnly = useReadOnly()
  const { settings, set } = useOffice()
  const shipped = useCall('templates.shipped', undefined, { staleTime: Infinity })
  const [editing, setEditing] = useState<MeetingTemplate['id']>()
  // What is undone later must not take other changes along.
  const latest = useRef<readonly MeetingTemplate[]>([])
  useEffect(() => {
    latest.current = settings?.templates ?? []
  }, [settings])
  if (!settings || !shipped.data) return null
  const own = settings.templates
  const known = knownTemplates(shipped.data, own)
  const keep = (templates: MeetingTemplate[]) => set({ templates })

  /** Puts a template in place of the own one of that id, or behind the others. Out: whether there was room. */
  const put = (template: MeetingTemplate): boolean => {
    const there = own.some(({ id }) => id === template.id)
    if (!there && own.length >= maxOwnTemplates) {
      notifyProblem(t('templates.full'))
      return false
    }
    keep(there ? own.map((other) => (other.id === template.id ? template : other)) : [...own, template])
    return true
  }
  const drop = ({ template, origin }: KnownTemplate) => {
    keep(own.filter(({ id }) => id !== template.id))
    const done = t(origin === 'changed' ? 'templates.wasReset' : 'templates.removed', { name: template.name })
    notifyDone(done, [
      {
        label: t('common.actions.undo'),
        // It may have been changed, or taken from its file, since: what came later stays, and this one comes beside it.
        onClick: () => keep([...latest.current, beside(template, latest.current)]),
      },
    ])
  }
  const beside = (template: MeetingTemplate, others: readonly MeetingTemplate[]) =>
    templateBeside(template, others, (n) =>
      n === 1
        ? t('templates.copyName', { name: template.name })
        : t('templates.copyNumber', { name: template.name, n }),
    )
  const all = known.map(({ template }) => template)
  const copy = (template: MeetingTemplate) => {
    const made = beside(template, all)
    if (put(made)) setEditing(made.id)
  }
  const add = () => {
    const made: MeetingTemplate = {
      id: newId('template'),
      name: t('templates.newName'),
      kind: 'meeting',
      title: '',
      agenda: [],
    }
    if (put(made)) setEditing(made.id)
  }
  const save = async (template: MeetingTemplate) => {
    const saved = await callDoor('templates.saveFile', { template })
    if (saved.ok) notifyDone(t('templates.saved', { name: template.name }))
    else notifyError(saved.error)
  }
  const read = async () => {
    const answer = await callDoor('templates.readFile')
    if (!answer.ok) return notifyError(answer.error)
    // A file never takes the place of what is here.
    const template = beside(answer.value, all)
    if (put(template)) notifyDone(t('templates.imported', { name: template.name }))
  }
  return (
    <Section title={t('templates.title')} text={t('templates.text')}>
      <ul className={classes.list} aria-label={t('templates.list')}>
        {known.map((entry) => {
          const { template, origin } = entry
          const minutes = template.agenda.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0)
          const facts = [
            t(`terms.meetingKind.${template.kind}`),
            t('templates.items', { count: template.agenda.length }),
            ...(minutes > 0 ? [t('templates.minutes', { count: minutes })] : []),
            t(`templates.origin.${origin}`),
          ]
          return (
            <li key={template.id}>
              <UnstyledButton className={classes.open} onClick={() => setEditing(template.id)}>
                <span className="tt-unseen">{t('templates.edit')} </span>
                <span className={classes.name}>{template.name}</span>
                <span className={classes.facts}>{facts.join(' · ')}</span>
              </UnstyledButton>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon size={28} aria-label={t('templates.actions', { name: template.name })}>
                    <IconDots size={16} stroke={1.5} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {!readOnly && <Menu.Item onClick={() => copy(template)}>{t('templates.copy')}</Menu.Item>}
                  <Menu.Item onClick={() => void save(template)}>{t('templates.save')}</Menu.Item>
                  {!readOnly && origin !== 'shipped' && (
                    <Menu.Item onClick={() => drop(entry)}>
                      {t(origin === 'changed' ? 'templates.reset' : 'templates.remove')}
                    </Menu.Item>
                  )}
                </Menu.Dropdown>
              </Menu>
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <Group gap={8}>
          <Button variant="default" onClick={add}>
            {t('templates.add')}
          </Button>
          <Button variant="default" onClick={() => void read()}>
            {t('templates.import')}
          </Button>
        </Group>
      )}
      <TemplateEditor
        template={known.find(({ template }) => template.id === editing)?.template}
        readOnly={readOnly}
        onChange={(template) => void put(template)}
        onClose={() => setEditing(undefined)}
      />
    </Section>
  )
}
