import { getContactCard, resetContactCard } from 'bx24-contact-card';

const connection = { webhook: process.argv[2] };
console.log((await getContactCard('P', 6, { connection })).result[0].title);
console.log((await resetContactCard('P', 6, { connection })).result);
