// This package, with its module in a file of its own.
import { init, resetContactCard } from 'bx24-contact-card/slim';

export const inPlacement = async () => {
  await init('bx24-contact-card.wasm');
  return async (userId) => (await resetContactCard('P', userId)).result;
};

export const byToken = async ({ portal, accessToken, module }) => {
  await init(module);
  const options = { connection: { portal, accessToken, refresh: () => accessToken } };
  return async (userId) => (await resetContactCard('P', userId, options)).result;
};
