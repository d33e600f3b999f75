const { getContactCard, resetContactCard, configure } = require('bx24-contact-card');

configure({ connection: { webhook: process.argv[2] } });
getContactCard('P', 6)
  .then(({ result }) => console.log(result[0].title))
  .then(() => resetContactCard('P', 6))
  .then(({ result }) => console.log(result));
