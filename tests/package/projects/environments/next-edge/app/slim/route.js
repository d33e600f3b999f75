import { init, resetContactCard } from 'bx24-contact-card/slim';
import module from 'bx24-contact-card/bx24-contact-card.wasm?module';

export const runtime = 'edge';

await init(module);

export async function GET() {
  return new Response(await resetContactCard('X').catch((error) => error.code));
}
