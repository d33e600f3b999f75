// What is shown before the portal is there, or where it cannot be had.

import { html } from 'lit-html';

import { message } from '../parts/message.js';
import { status } from '../parts/status.js';

export const connection = ({ busy, message: said }, texts) => html`
  <h1>${texts.text('title')}</h1>
  ${status(busy, texts)}
  ${message(said, texts)}`;
