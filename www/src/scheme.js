// Light or dark colours. The portal's pages around the frame are light whatever the system is like, so that the page is, unless the
// person chooses.

import { recall, remember } from './storage.js';

/** Under which name the browser knows what was chosen. */
const NAME = 'contact card scheme';

/** Shows what was chosen, and a button for the other. */
export function offerSchemes({ text }) {
  const button = document.getElementById('scheme');
  const show = (scheme) => {
    document.documentElement.dataset.scheme = scheme;
    button.textContent = text(scheme === 'dark' ? 'light' : 'dark');
  };
  button.addEventListener('click', () => {
    const scheme = document.documentElement.dataset.scheme === 'dark' ? 'light' : 'dark';
    remember('localStorage', NAME, scheme);
    show(scheme);
  });
  show(recall('localStorage', NAME) === 'dark' ? 'dark' : 'light');
  button.hidden = false;
}
