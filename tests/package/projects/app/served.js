import { resetContactCard } from 'bx24-contact-card';

const show = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));
const webhook = new URLSearchParams(location.search).get('webhook');
resetContactCard('P', 6, { connection: { webhook } }).then(({ result }) => show(`reset: ${result}`), show);
