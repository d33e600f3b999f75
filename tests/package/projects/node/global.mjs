import 'bx24-contact-card/bx24-contact-card.js';

const connection = { webhook: process.argv[2] };
BX24ContactCard.getContactCard('P', 6, { connection })
  .then(({ result }) => console.log(result[0].title))
  .then(() => BX24ContactCard.resetContactCard('P', 6, { connection }))
  .then(({ result }) => console.log(result));
