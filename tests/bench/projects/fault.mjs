// Makes one call when the page around everything says so, and tells it how that ended.
import { inPlacement } from '#contender';

const run = async () => {
  const reset = await inPlacement();
  addEventListener('message', async ({ source, data }) => {
    if (source !== top || data !== 'start') return;
    const start = performance.now();
    const failure = await reset(6).then(() => null, (error) => error.message);
    top.postMessage({ after: performance.now() - start, failure }, '*');
  });
  top.postMessage('ready', '*');
};
run();
