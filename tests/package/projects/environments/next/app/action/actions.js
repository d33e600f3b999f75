'use server';

import { resetContactCard } from 'bx24-contact-card';

export async function reset() {
  const { result } = await resetContactCard('P', 6, { connection: { webhook: process.env.WEBHOOK } });
  return `reset: ${result}`;
}
