import { getContactCard } from 'bx24-contact-card';

export default defineEventHandler(async () => {
  const { result } = await getContactCard('P', 6, { connection: { webhook: process.env.WEBHOOK } });
  return result === null ? 'none' : result[0].title;
});
