import { isContactCardError, resetContactCard } from 'bx24-contact-card';
import example from 'example.mjs';

const check = (condition, message) => {
  if (!condition) throw new Error(message);
};

export default {
  async test() {
    const error = await resetContactCard('X').catch((error) => error);
    check(isContactCardError(error) && error.code === 'LOAD_FAILED', error.message);
    check(/missing or forbidden, bx24-contact-card\/slim works/.test(error.message), error.message);
    check(!/Content Security Policy/.test(error.message), error.message);
    check(/at async (Object\.)?test \(/.test(error.stack), error.stack);

    const answer = await example.fetch(new Request('http://here/'));
    const text = await answer.text();
    check(text === '{"result":true}' || JSON.parse(text).result === true, text);
  },
};
