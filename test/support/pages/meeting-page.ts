import { expect, type Locator, type Page } from '@playwright/test'

/** The page of one meeting, worked as a secretary does: by typing. */
export class MeetingPage {
  readonly root: Locator
  readonly title: Locator
  readonly head: Locator
  readonly roll: Locator
  readonly text: Locator
  readonly outline: Locator
  readonly paper: Locator

  constructor(readonly page: Page) {
    this.root = page.getByTestId('meeting-page')
    this.title = page.getByRole('textbox', { name: 'Toplantı başlığı' })
    this.head = page.getByRole('region', { name: 'Toplantı künyesi' })
    this.roll = page.getByRole('region', { name: 'Yoklama' })
    this.text = page.getByRole('textbox', { name: 'Tutanak metni' })
    this.outline = page.getByRole('navigation', { name: 'Gündem' })
    this.paper = page.getByRole('complementary', { name: 'Kâğıt önizlemesi' })
  }

  /**
   * Starts a new meeting without board with its key, from any screen; its title has the focus then. Where there are
   * boards the dialog asks for one, and Enter goes on without.
   */
  async create(): Promise<void> {
    await this.page.keyboard.press('Control+n')
    const board = this.page.getByRole('dialog').getByRole('combobox', { name: 'Kurul', exact: true })
    await expect(
      this.title.and(this.page.locator(':focus')).or(board.and(this.page.locator(':focus'))),
    ).toBeVisible()
    if (await board.isVisible()) await this.page.keyboard.press('Enter')
    await expect(this.title).toBeFocused()
  }

  /** Hash of the version that was acknowledged last. */
  async savedHash(): Promise<string> {
    return (await this.root.getAttribute('data-saved-hash')) ?? ''
  }

  /** Waits until everything typed is acknowledged. */
  async saved(): Promise<string> {
    await expect(this.root).toHaveAttribute('data-save-state', 'saved')
    return this.savedHash()
  }

  async showHead(): Promise<void> {
    await this.show(/^Künye/, this.head)
  }

  async showRoll(): Promise<void> {
    await this.show(/^Yoklama/, this.roll)
  }

  private async show(button: RegExp, panel: Locator): Promise<void> {
    if (await panel.isVisible()) return
    await this.page
      .getByRole('group', { name: 'Toplantı özeti' })
      .getByRole('button', { name: button })
      .click()
    await expect(panel).toBeVisible()
  }

  /** Types into a text field of the head. */
  async typeHead(field: string, words: string): Promise<void> {
    await this.head.getByRole('textbox', { name: field, exact: true }).click()
    await this.page.keyboard.type(words)
  }

  async chooseKind(kind: string): Promise<void> {
    await this.head.getByRole('combobox', { name: 'Türü' }).click()
    await this.page.getByRole('option', { name: kind, exact: true }).click()
  }

  /** Adds an agency to a list of the head. */
  async addToHead(field: 'Ev sahibi kurumlar' | 'İş birliği yapan kurumlar', agency: string): Promise<void> {
    await this.head.getByRole('combobox', { name: field }).click()
    await this.pick(agency)
    await expect(this.head.getByRole('button', { name: `${agency} seçimini kaldır` })).not.toHaveCount(0)
  }

  /**
   * Types a name into the picker that has the focus: takes the record of that name, or makes one when there is none.
   * Out: whether it was made.
   */
  async pick(name: string): Promise<'known' | 'made'> {
    await this.page.keyboard.type(name)
    const shown = this.page.getByRole('option').filter({ visible: true })
    const known = shown.and(this.page.locator(':not([data-create])')).filter({ hasText: name })
    const make = shown.filter({ hasText: /^Yeni (kurum|kişi|kurul) oluştur/ })
    await expect(known.or(make).first()).toBeVisible()
    if (await make.isVisible()) {
      await expect(make).toContainText(name)
      await this.page.keyboard.press('Control+Enter')
      await expect(make).toBeHidden()
      return 'made'
    }
    await expect(known.first()).toHaveAttribute('data-combobox-selected', 'true')
    await this.page.keyboard.press('Enter')
    await expect(known).toBeHidden()
    return 'known'
  }

  /** The row of the roll of a person (with prefix) or of an agency without a named person. */
  row(name: string): Locator {
    return this.roll.getByRole('row', { name: new RegExp(`^${escaped(name)}, `) })
  }

  /** Puts a person on the roll, with the title and agency of the day. */
  async addPerson(person: {
    name: string
    prefix?: string
    title: string
    agency: string
    role: string
  }): Promise<void> {
    const name = [person.prefix, person.name].filter(Boolean).join(' ')
    await this.roll.getByRole('combobox', { name: 'Kişi ekle' }).click()
    await this.pick(name)
    await expect(this.row(name)).toBeVisible()
    await this.roll.getByRole('textbox', { name: `Unvanı: ${name}` }).click()
    await this.page.keyboard.type(person.title)
    await this.page.keyboard.press('Tab')
    const agency = this.roll.getByRole('combobox', { name: `Kurumu: ${name}` })
    await expect(agency).toBeFocused()
    await this.pick(person.agency)
    await expect(agency).toHaveValue(person.agency)
    const role = this.roll.getByRole('combobox', { name: `Görevi: ${name}` })
    await role.focus()
    await role.selectOption(person.role)
  }

  /** Puts an agency without a named person on the roll. */
  async addAgency(agency: string): Promise<'known' | 'made'> {
    await this.roll.getByRole('combobox', { name: /^Kurum ekle/ }).click()
    const how = await this.pick(agency)
    await expect(this.row(agency)).toBeVisible()
    return how
  }

  /** Puts the cursor at the end of the minutes. */
  async goToEnd(): Promise<void> {
    await this.text.press('Control+End')
  }

  /** Types words with `**bold**` parts the way it is done while writing: Ctrl+B before and after. */
  async write(words: string): Promise<void> {
    for (const [index, part] of words.split('**').entries()) {
      if (index > 0) await this.page.keyboard.press('Control+b')
      await this.page.keyboard.type(part)
    }
  }

  /** Turns the empty paragraph into something by its slash command and types its text. */
  async slash(command: 'karar' | 'görev' | 'gündem' | 'oturum', words: string): Promise<void> {
    await this.page.keyboard.type(`/${command} `)
    await this.page.keyboard.type(words)
  }

  /** The last decision, action, agenda item or session of the text. */
  lastPart(name: string | RegExp): Locator {
    return this.text.getByRole('group', { name }).last()
  }

  /** Writes a decision at the cursor and fills its fields by Tab; goes on in the paragraph below. */
  async writeDecision(decision: { number: string; text: string; vote: string }): Promise<void> {
    await this.slash('karar', decision.text)
    await this.page.keyboard.press('Tab')
    const part = this.lastPart(/^Karar/)
    await expect(part.getByRole('textbox', { name: 'Karar no' })).toBeFocused()
    await this.page.keyboard.type(decision.number)
    await this.page.keyboard.press('Tab')
    await expect(part.getByRole('combobox', { name: 'Sonuç' })).toBeFocused()
    await this.page.keyboard.press('Tab')
    const vote = part.getByRole('combobox', { name: 'Oylama' })
    await expect(vote).toBeFocused()
    await vote.focus()
    await vote.selectOption(decision.vote)
    await this.page.keyboard.press('Enter')
  }

  /** Writes an action item at the cursor and fills its fields by Tab; goes on in the paragraph below. */
  async writeAction(action: { text: string; agency: string; due: string }): Promise<'known' | 'made'> {
    await this.slash('görev', action.text)
    await this.page.keyboard.press('Tab')
    const part = this.lastPart('Görev')
    const agency = part.getByRole('combobox', { name: 'Sorumlu kurum' })
    await expect(agency).toBeFocused()
    const how = await this.pick(action.agency)
    await expect(agency).toHaveValue(action.agency)
    await part.getByRole('textbox', { name: 'Termin' }).click()
    await this.page.keyboard.type(action.due)
    await this.page.keyboard.press('Enter')
    return how
  }

  /** Says who moderates and who speaks in the session that is being written; goes on in the paragraph below. */
  async fillSession(moderator: string, speakers: string[]): Promise<void> {
    const part = this.lastPart('Oturum')
    const chosen = part.getByRole('combobox', { name: 'Moderatör' })
    await chosen.click()
    await this.pick(moderator)
    await expect(chosen).toHaveValue(moderator)
    const field = part.getByRole('combobox', { name: 'Konuşmacılar' })
    for (const speaker of speakers) {
      await field.click()
      await this.pick(speaker)
      await expect(part.getByRole('button', { name: `${speaker} adını çıkar` })).toBeVisible()
    }
    await field.focus()
    await this.page.keyboard.press('Escape')
    await this.page.keyboard.press('End')
    await this.page.keyboard.press('Enter')
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
