// The installer's screen.

import { html, nothing } from 'lit-html';

/**
 * What is shown of a state: `headline` is a text's id, `steps` a list of `{ name, state, problem }`, `buttons` of `{ id, text, act }`
 * with `strong` for the first choice, `note` a further text's id, `application` the address of the application's page.
 */
export function screen({ headline, busy, steps, buttons, note, application }, { text }, tab) {
  return html`
    <h1>${text('title')}</h1>
    <p id="status" role="status" tabindex="-1" class=${busy ? 'busy' : ''}>${text(headline, { tab })}</p>
    ${steps.length ? html`<ol id="steps">${steps.map((step) => line(step, text, tab))}</ol>` : nothing}
    ${note ? html`<p id="note">${text(note)}</p>` : nothing}
    <div id="buttons">
      ${buttons.map(({ id, text: label, act, strong }) => html`
        <button type="button" id=${id} class=${strong ? 'strong' : ''} @click=${act}>${text(label)}</button>`)}
      ${application ? html`<a id="application" href=${application}>${text('open')}</a>` : nothing}
    </div>
    <dialog id="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-text">
      <form method="dialog">
        <h2 id="confirm-title">${text('confirm-title', { tab })}</h2>
        <p id="confirm-text">${text('confirm-text')}</p>
        <menu>
          <li><button id="cancel" value="" autofocus>${text('cancel')}</button></li>
          <li><button id="confirm-remove" value="remove" class="strong">${text('confirm-remove')}</button></li>
        </menu>
      </form>
    </dialog>`;
}

function line({ name, state, problem }, text, tab) {
  return html`
    <li id=${`step-${name}`} class=${state}>
      <span class="name">${text(`step-${name}`, { tab })}</span>
      <span class="state">${text(`state-${state}`)}</span>
      ${problem ? html`<p class="advice">${text(problem.advice, problem.parameters)}</p>` : nothing}
      ${problem?.said ? html`<p class="said">${text('said')} <bdi>${problem.said}</bdi></p>` : nothing}
    </li>`;
}
