// A run over many people: how far it is, and then its report.

import { html, nothing } from 'lit-html';

import { causeOf } from '../model/problem.js';
import { csvOf, jsonOf } from '../model/report.js';
import { saveFile } from './file.js';
import { forAdministrators } from './message.js';

/** As many people are listed for a reason; the files have all of them. */
const LISTED = 20;

/** `run` is a `Run`. */
export function run(state, texts) {
  if (!state.run) return nothing;
  return state.run.isOn ? progress(state.run, texts) : report(state, texts);
}

function progress(run, texts) {
  const { text } = texts;
  const total = run.outcomes.size;
  const { timeLeft } = run;
  return html`
    <section id="run" aria-labelledby="run-title">
      <h2 id="run-title">${text(`run-${run.action}`, { done: total - run.counts.left, total })}</h2>
      <progress max=${total} value=${total - run.counts.left} aria-labelledby="run-title"></progress>
      <p>${timeLeft === undefined ? text('time-left-unknown') : text('time-left', { time: duration(timeLeft, texts.language) })}</p>
      <p class="remark">${text(closing(run))}</p>
      <button type="button" id="stop" @click=${() => run.stop()}>${text(run.isStopping ? 'stop-now' : 'stop')}</button>
    </section>`;
}

/** What becomes of it should the page be closed. */
function closing({ action, isLasting }) {
  if (!isLasting) return 'run-not-lasting';
  return action === 'back-up' ? 'run-closing-back-up' : 'run-closing';
}

/** A time in whole minutes, or in tens of seconds. */
function duration(milliseconds, language) {
  const seconds = Math.ceil(milliseconds / 10_000) * 10;
  const [value, unit] = seconds > 90 ? [Math.ceil(seconds / 60), 'minute'] : [seconds, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

function report({ run, busy, message }, texts) {
  const { text } = texts;
  const { counts } = run;
  const isLeft = !run.isComplete;
  const disabled = busy ? 'true' : nothing;
  const button = (id, act, isStrong) => html`
    <button type="button" id=${id} class=${isStrong ? 'strong' : ''} aria-disabled=${disabled} @click=${act}>${text(id)}</button>`;
  return html`
    <section id="report" tabindex="-1" aria-labelledby="report-title" class=${isLeft ? 'note' : 'good'}>
      <h2 id="report-title">${text(isLeft ? `report-${run.action}-incomplete` : `report-${run.action}`)}</h2>
      ${run.begunAt ? html`<p>${text('report-interrupted', { date: run.begunAt })}</p>` : nothing}
      ${run.action === 'back-up' ? html`<p>${text(isLeft ? 'run-closing-back-up' : 'report-back-up-text')}</p>` : nothing}
      ${run.stopped ? html`<p>${text('report-stopped')} ${text(causeOf(run.stopped))}</p>` : nothing}
      <ul class="outcomes">
        ${Object.entries(counts).filter(([is, people]) => people > 0 || is === 'done').map(([is, people]) => html`
          <li class=${is}><span aria-hidden="true">${SIGNS[is]}</span> ${text(`outcome-${is}`, { people })}</li>`)}
      </ul>
      ${reasons(run).map((reason) => reasonFor(reason, run, text))}
      <div class="buttons">
        ${counts.unknown ? button('look-again', () => run.lookAgain(), true) : nothing}
        ${isLeft ? button('retry-rest', () => run.retry(), !counts.unknown) : nothing}
        ${run.changed.length ? button('undo-all', () => run.askUndo()) : nothing}
        ${button('report-json', () => save(run, 'json', jsonOf(run)))}
        ${button('report-csv', () => save(run, 'csv', csvOf(run)))}
        ${button('close', () => run.close())}
      </div>
      ${run.stopped && !message ? forAdministrators(run.detailsOf(run.stopped), text) : nothing}
    </section>`;
}

const SIGNS = { done: '✓', nothing: '–', refused: '✕', unknown: '?', left: '…' };

const save = ({ at }, ending, content) => saveFile(`contact-cards-${at.slice(0, 19).replaceAll(':', '-')}.${ending}`, content, `text/${ending}`);

/** Those who were refused, or of whom nothing is known, by what the portal said: `{ is, error, people }`. */
function reasons(run) {
  const found = new Map();
  for (const [id, { is, error }] of run.outcomes) {
    if (is !== 'refused' && is !== 'unknown') continue;
    const key = [is, error?.code, error?.description].join(' ');
    const reason = found.get(key) ?? { is, error, people: [] };
    found.set(key, reason);
    reason.people.push(id);
  }
  return [...found.values()];
}

function reasonFor({ is, error, people }, run, text) {
  const said = error && run.detailsOf(error).said;
  return html`
    <details class="reason">
      <summary>${text(`outcome-${is}`, { people: people.length })}${error ? html` — ${text(causeOf(error))}` : nothing}</summary>
      ${said ? html`<p>${text('said')} “<bdi>${said}</bdi>”</p>` : nothing}
      <ul>
        ${people.slice(0, LISTED).map((id) => html`<li><bdi>${run.nameOf(id) || `#${id}`}</bdi></li>`)}
        ${people.length > LISTED ? html`<li>${text('more-people', { people: people.length - LISTED })}</li>` : nothing}
      </ul>
    </details>`;
}
