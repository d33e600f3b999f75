/** Makes so many calls, so many of them at once. Tells how long each took, and how often one ended: milliseconds. */
export const measure = async (reset, calls, atOnce) => {
  const latencies = [];
  let left = calls;
  const line = async () => {
    while (left-- > 0) {
      const start = performance.now();
      await reset(6);
      latencies.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, line));
  return { latencies, each: (performance.now() - start) / calls };
};
