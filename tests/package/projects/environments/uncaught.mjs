import { resetContactCard } from 'bx24-contact-card';

async function save() {
  await resetContactCard('X');
}

save();
