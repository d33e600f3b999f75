// Something that is done for many people: their views are reset, replaced or backed up, a few at a time.

import { focusOf } from '../parts/question.js';
import { isSameLayout, options } from './cards.js';
import { forgetRun, note } from './journal.js';

/** People whose views are read, kept, and then changed by one request each time. */
const CHUNK = 50;

/** As many people are named in a question. */
const NAMED = 5;

/** Why the backups of each kind of run were made, as `model/backups.js` has it. */
const WHY = { reset: 'reset', give: 'replaced', restore: 'replaced', 'back-up': 'hand' };

/** The number that a person types who is about to change the views of as many people, if they are more than a handful. */
export const numberToType = (people) => people > 5 ? people : undefined;

/** Whose run it is, or nothing where that is not known: such a run is known as long as its page is there. */
const ownerOf = (app) => app.ownerAskedAgain().catch(() => undefined);

export class Run {
  /** When it was begun: the backups that it makes have this date. */
  at = new Date().toISOString();
  /** What has become of each person, by id: `{ is, error }`, where `is` is `'done'`, `'nothing'` (there was nothing to do), `'refused'`, `'unknown'` or `'left'`. */
  outcomes = new Map();
  /** The backup of what each person had before, by id. */
  cards = new Map();
  /** The error for which it ended early. */
  stopped;
  /** When it was begun, as the person writes a date, if on a page that is gone. */
  begunAt;
  /** Whether it is under way, and whether it is to end with those whose turn it is. */
  isOn = false;
  isStopping = false;

  #store;
  #app;
  #owner;
  #why;
  #ended;
  #next;
  #closed;
  #wanted; // the views that people are to have, by id; undefined where nothing is changed
  #entries; // the backups that are put back, by person
  #isUndo;
  #abort;
  #began; // when it was started or continued, by the monotonic clock
  #ahead; // how many were left then

  /**
   * `action` is `'reset'`, `'give'` with the `sections` that everybody gets, `'restore'` with `entries` of `model/backups.js`, or
   * `'back-up'`. `people` are ids. `ended` gets them whenever it has ended, and when it is known better what has become of them. An undo
   * forgets the entries that it has put back. `next` makes what is shown in place of the report of a run that is complete, and `closed` is called
   * when the report is put away.
   */
  constructor(store, app, {
    action, people, sections, entries = [], isUndo = false, why = WHY[action],
    ended = () => {}, next = () => ({ run: this }), closed = () => {},
  }) {
    this.#store = store;
    this.#app = app;
    this.#why = why;
    this.#isUndo = isUndo;
    this.#ended = ended;
    this.#next = next;
    this.#closed = closed;
    this.action = action;
    this.sections = sections;
    this.#entries = new Map(entries.map((entry) => [entry.backup.userId, entry]));
    for (const id of people ?? this.#entries.keys()) this.outcomes.set(id, { is: 'left' });
    const wanted = { reset: () => null, give: () => sections, restore: (id) => this.#entries.get(id).backup.sections };
    this.#wanted = wanted[action];
  }

  /** A run that ended with the page it was on, by its note in the journal. Of whom there is a backup, nothing is known. */
  static async revive(store, app, { at, entries, ...noted }) {
    const kept = await app.backups.list();
    const run = new Run(store, app, { ...noted, entries: kept.filter(({ id }) => entries.includes(id)) });
    run.at = at;
    run.#owner = await ownerOf(app);
    run.begunAt = app.date(at);
    // The backups of others are gone: nothing can be put back.
    if (noted.action === 'restore') for (const id of run.outcomes.keys()) if (!run.#entries.has(id)) run.outcomes.delete(id);
    for (const { backup } of await run.made()) {
      run.cards.set(backup.userId, backup);
      run.#settle(backup.userId, run.#wanted ? 'unknown' : 'done');
    }
    return run;
  }

  get counts() {
    const counts = { done: 0, nothing: 0, refused: 0, unknown: 0, left: 0 };
    for (const { is } of this.outcomes.values()) counts[is] += 1;
    return counts;
  }

  get isComplete() {
    const { refused, unknown, left } = this.counts;
    return refused + unknown + left === 0;
  }

  /** Milliseconds that the rest may take, or undefined where that is not known yet. */
  get timeLeft() {
    const { left } = this.counts;
    const done = this.#ahead - left;
    return done > 0 ? (performance.now() - this.#began) / done * left : undefined;
  }

  /** Who can be put back: those whose view was changed. */
  get changed() {
    return this.#wanted ? this.#those('done').filter((id) => this.cards.has(id)) : [];
  }

  /** What an administrator may want to know of an error. */
  detailsOf(error) {
    return this.#app.failure(undefined, error).details;
  }

  /** Whether its backups outlast the page. */
  get isLasting() {
    return this.#app.backups.isLasting;
  }

  nameOf(id) {
    return this.#entries.get(id)?.name ?? this.#app.directory.nameOf(id);
  }

  /** Does it for those who are left. Resolves when it has ended, however. */
  async start() {
    if (this.#store.state.busy) return;
    this.isOn = true;
    this.isStopping = false;
    this.stopped = undefined;
    this.begunAt = undefined;
    this.#abort = new AbortController();
    this.#began = performance.now();
    this.#ahead = this.counts.left;
    this.#show({ message: undefined, question: undefined });
    const { at, action, sections } = this;
    const entries = [...this.#entries.values()].map(({ id }) => id);
    const noted = { at, action, people: [...this.outcomes.keys()], sections, entries, isUndo: this.#isUndo, why: this.#why };
    this.#owner = await ownerOf(this.#app);
    await note(this.#owner, noted, async () => {
      try {
        for (let ids; !this.isStopping && (ids = this.#those('left').slice(0, CHUNK)).length > 0; this.#show()) await this.#do(ids);
      } catch (error) {
        this.stopped = error;
      }
    });
    if (this.#isUndo && this.isComplete) await this.#forgetRestored();
    // What is kept for something else is there to stay once that is done.
    if (this.#why === WHY[this.action]) await this.forgetRepeated();
    this.isOn = false;
    const { focus, ...changes } = this.#report();
    this.#show({ busy: undefined, ...changes }, focus);
  }

  /** What is shown once it has ended. One that is complete leaves nothing to be found after a reload. */
  #report() {
    this.#ended([...this.outcomes.keys()]);
    if (!this.isComplete) return { run: this, focus: 'report' };
    forgetRun(this.#owner, this.at);
    return { focus: 'report', ...this.#next() };
  }

  /** Ends it with those whose turn it is; the second time at once. */
  stop() {
    if (this.isStopping) this.#abort.abort();
    this.isStopping = true;
    this.#show();
  }

  /** Tries it again for those for whom it is not known to be done. */
  retry() {
    if (this.#store.state.busy) return undefined;
    for (const id of [...this.#those('refused'), ...this.#those('unknown')]) this.#settle(id, 'left');
    return this.start();
  }

  /** Does it once more for everybody, for whom things may have changed. */
  repeat() {
    for (const id of this.outcomes.keys()) this.#settle(id, 'left');
    return this.start();
  }

  /** Forgets all but the latest backup of each person. */
  async forgetOutdated() {
    await this.#forget((await this.made()).filter((entry) => !this.#isLatest(entry)));
  }

  /** Forgets what its backups repeat. */
  forgetRepeated() {
    return this.#app.backups.forgetRepeated({ why: this.#why, at: this.at });
  }

  /** Forgets all that it has kept. */
  async forgetAll() {
    await this.#forget(await this.made());
    this.cards.clear();
  }

  /** Reads the views of those of whom nothing is known. What is there still needs no backup. */
  lookAgain() {
    return this.#store.during('looking', async (signal) => {
      const { cards, failed, stopped } = await this.#read(this.#those('unknown'), signal);
      const there = new Map(cards.map(({ userId, sections }) => [userId, sections]));
      for (const [id, sections] of there) this.#settle(id, this.#has(id, sections) ? 'done' : 'left');
      for (const { userId, error } of failed) this.#settle(userId, 'unknown', error);
      const isThere = ({ userId, sections }) => this.outcomes.get(userId).is === 'left' && isSameLayout(there.get(userId), sections);
      const unchanged = (await this.made()).filter((entry) => isThere(entry.backup) && this.#isLatest(entry));
      for (const { backup } of unchanged) this.cards.delete(backup.userId);
      await this.#forget(unchanged);
      this.stopped = stopped;
      return this.#report();
    });
  }

  /** Puts back what everybody had before. Where people have arranged other views since, asks first. */
  async askUndo() {
    const people = this.changed;
    let newer;
    await this.#store.during('looking', async (signal) => {
      const { cards, failed, stopped } = await this.#read(people, signal);
      const error = stopped ?? failed[0]?.error;
      if (error) return { message: this.#app.failure('not-undone-all', error, () => this.askUndo()) };
      newer = cards.filter(({ userId, sections }) => !this.#has(userId, sections)).map(({ userId }) => userId);
      return newer.length > 0 ? this.#askAboutNewer(people, newer) : {};
    });
    if (newer?.length === 0) await this.#undo(people);
  }

  #askAboutNewer(people, newer) {
    const others = people.filter((id) => !newer.includes(id));
    const named = newer.slice(0, NAMED).map((id) => this.nameOf(id)).join(', ');
    const more = newer.length - NAMED;
    const names = more > 0 ? `${named} ${this.#app.texts.text('more-people', { people: more })}` : named;
    const question = {
      title: 'ask-undo-newer',
      text: 'ask-undo-newer-text',
      parameters: { people: newer.length, names, others: others.length },
      confirm: 'confirm-undo-newer',
      number: numberToType(newer.length),
      act: () => this.#undo(people),
      cancel: () => this.#store.show({ question: undefined }, 'undo-all'),
      other: others.length > 0 ? { text: 'undo-others', act: () => this.#undo(others) } : undefined,
    };
    return { question, focus: focusOf(question) };
  }

  async #undo(people) {
    // Who has deleted the backups has them still on this page.
    const kept = new Map((await this.made()).map((entry) => [entry.backup.userId, entry]));
    const entries = people.map((id) => kept.get(id) ?? { name: this.nameOf(id), backup: this.cards.get(id) });
    return new Run(this.#store, this.#app, { action: 'restore', entries, isUndo: true, ended: this.#ended }).start();
  }

  /** The entries of the backups that it has made. Where there are two of a person, the later one comes later. */
  async made() {
    const entries = (await this.#app.backups.list()).filter(({ at, backup }) => at === this.at && this.outcomes.has(backup.userId));
    return entries.sort((one, other) => Date.parse(one.backup.takenAt) - Date.parse(other.backup.takenAt));
  }

  /** Puts it away. */
  close() {
    forgetRun(this.#owner, this.at);
    this.#store.show({ run: undefined }, 'status');
    return this.#closed();
  }

  async #do(ids) {
    const { backups, failed, stopped } = await this.#read(ids, this.#abort.signal);
    for (const { userId, error } of failed) this.#settle(userId, 'refused', error);
    const due = backups.filter(({ userId, sections }) => this.#isDue(userId, sections));
    // An earlier attempt may have kept what is still there.
    const kept = new Map((await this.made()).map(({ backup }) => [backup.userId, backup.sections]));
    const added = due.filter(({ userId, sections }) => !isSameLayout(kept.get(userId), sections));
    const entries = await this.#app.backups.add(added.map((backup) => ({ backup, name: this.nameOf(backup.userId) })), this.#why, this.at);
    const stoppedLater = await this.#change(due);
    const isUnchanged = ({ userId }) => ['refused', 'left'].includes(this.outcomes.get(userId).is);
    for (const backup of added) if (!isUnchanged(backup)) this.cards.set(backup.userId, backup);
    await this.#forget(entries.filter(({ backup }) => isUnchanged(backup)));
    if (stopped ?? stoppedLater) throw stopped ?? stoppedLater;
  }

  /** Whether there is something to do for a person who has this view. If not, their outcome is known. */
  #isDue(id, sections) {
    if (this.#wanted ? !this.#has(id, sections) : sections) return true;
    if (!this.#wanted) this.cards.delete(id);
    // Who had another view before this run has had it changed by an earlier attempt.
    this.#settle(id, this.cards.has(id) ? 'done' : 'nothing');
    return false;
  }

  /** Changes the views of which these are backups, if that is to be done. Resolves to why it has ended early, if it has. */
  async #change(backups) {
    if (!this.#wanted) for (const { userId } of backups) this.#settle(userId, 'done');
    if (!this.#wanted || backups.length === 0) return undefined;
    const wanted = backups.map((backup) => ({ ...backup, sections: this.#wanted(backup.userId) }));
    const { done, failed, pending, stopped } = await BX24ContactCard.restoreContactCards(wanted, options(this.#abort.signal));
    for (const id of done) this.#settle(id, 'done');
    for (const { userId, error } of failed) this.#settle(userId, error.outcome === 'unknown' ? 'unknown' : 'refused', error);
    for (const id of pending) this.#settle(id, stopped.outcome === 'unknown' ? 'unknown' : 'left', stopped);
    return stopped;
  }

  /** Whether an entry is the backup of what a person had when it was looked last. */
  #isLatest({ backup: { userId, takenAt } }) {
    return this.cards.get(userId)?.takenAt === takenAt;
  }

  /** Those that were never stored have no id. */
  #forget(entries) {
    return this.#app.backups.remove(entries.map(({ id }) => id).filter(Boolean));
  }

  #read(ids, signal) {
    return BX24ContactCard.getContactCards(ids, { ...options(signal), backup: true });
  }

  #has(id, sections) {
    return isSameLayout(sections, this.#wanted(id));
  }

  #those(state) {
    return [...this.outcomes].filter(([, { is }]) => is === state).map(([id]) => id);
  }

  #settle(id, is, error) {
    this.outcomes.set(id, { is, error });
  }

  /** The backups that were put back are of no more use. */
  async #forgetRestored() {
    await this.#forget([...this.#those('done'), ...this.#those('nothing')].map((id) => this.#entries.get(id)));
  }

  #show(changes, focus) {
    const { left } = this.counts;
    const progress = { done: this.outcomes.size - left, total: this.outcomes.size };
    this.#store.show({ run: this, busy: { doing: `run-${this.action}`, parameters: progress }, ...changes }, focus);
  }
}
