// What every part of the start page uses: elements, the controls, and buttons that say what went wrong.

export const byId = (id) => document.getElementById(id);

/** An element with properties and children. */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Asks the controls. What is not JSON already is sent as such. */
export async function request(what, method = 'GET', value = undefined) {
  const body = value === undefined || value instanceof Blob ? value : JSON.stringify(value);
  const response = await fetch(`/__portal/${what}`, { method, body });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Shows what is wrong until something goes well. */
export function complain(text) {
  byId('notice').textContent = text;
  byId('notice').hidden = text === '';
}

/** Tells a screen reader what a button has done. */
export function say(text) {
  byId('said').textContent = text;
}

let redraw = async () => {};

/** What shows the portal's state, once something has changed it. */
export function onChange(show) {
  redraw = show;
}

/** Runs what a button or a form asks for, and shows the outcome at once. */
export function on(target, event, run) {
  target.addEventListener(event, async (happened) => {
    happened.preventDefault();
    try {
      await run(happened);
      complain('');
      await redraw();
    } catch (error) {
      complain(error.message);
    }
  });
}

/** A button that runs something. */
export function button(label, run, properties = {}) {
  const made = element('button', { type: 'button', ...properties }, label);
  on(made, 'click', run);
  return made;
}

export const press = (target, pressed) => target.setAttribute('aria-pressed', String(pressed));
