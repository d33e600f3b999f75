require('bx24-contact-card/bx24-contact-card.js');

BX24ContactCard.configure({ connection: { webhook: process.argv[2] } });
BX24ContactCard.getContactCard('P', 6)
  .then(({ result }) => console.log(result[0].title))
  .then(() => BX24ContactCard.resetContactCard('P', 6))
  .then(({ result }) => console.log(result));
