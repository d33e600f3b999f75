import { resetContactCard } from 'bx24-contact-card';

const show = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));
resetContactCard('P', 6).then(({ result }) => show(`reset: ${result}`), show);
