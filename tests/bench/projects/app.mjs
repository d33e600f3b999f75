// The same small application for each contender: it resets one card, and shows what has come of it.
import { inPlacement } from '#contender';

const show = (text) => { document.querySelector('output').textContent = text; };

const run = async () => {
  const reset = await inPlacement();
  await reset(6);
};
run().then(() => show('The card is reset.'), (error) => show(`The card was not reset: ${error.message}`));
