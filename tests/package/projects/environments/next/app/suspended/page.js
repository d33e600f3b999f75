import { Suspense } from 'react';
import { getContactCard } from 'bx24-contact-card';

async function Card() {
  const { result } = await getContactCard('P', 6, { connection: { webhook: process.env.WEBHOOK } });
  return <p>{result[0].title}</p>;
}

export default function Page() {
  return <Suspense fallback={<i>wait</i>}><Card /></Suspense>;
}
