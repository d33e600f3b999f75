import { resetContactCard } from 'bx24-contact-card';

export default async function Page() {
  const refusal = await resetContactCard('X').catch((error) => error);
  return <p>{refusal.code}</p>;
}
