// This package, with everything in one file.
import { resetContactCard } from 'bx24-contact-card';

export const inPlacement = () => async (userId) => (await resetContactCard('P', userId)).result;

export const byToken = ({ portal, accessToken }) => {
  const options = { connection: { portal, accessToken, refresh: () => accessToken } };
  return async (userId) => (await resetContactCard('P', userId, options)).result;
};
