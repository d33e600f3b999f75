import { getContactCard } from 'bx24-contact-card';

export default async function Page() {
  'use cache';
  const { result } = await getContactCard('P', 6, { connection: { webhook: process.env.WEBHOOK } });
  return <p>{result[0].title}</p>;
}
