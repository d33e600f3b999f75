import { resetContactCard } from 'bx24-contact-card';

export const runtime = 'edge';

export async function GET() {
  return new Response(await resetContactCard('X').catch((error) => error.message));
}
