// Resets the cards of many users over a webhook, and prints each progress and at last the report, a line of JSON each. Of the
// environment it takes WEBHOOK, a secret that is no argument for that reason. Arguments: the package's module, the users' ids.
const [module, ...users] = process.argv.slice(2);
const { resetContactCards } = await import(module);
const print = (what) => console.log(JSON.stringify(what));
const report = await resetContactCards(users.map(Number), {
  connection: { webhook: process.env.WEBHOOK },
  onProgress: ({ done, total }) => print({ done, total }),
});
const { done, failed, pending, stopped } = report;
print({ report: { done: done.toSorted((one, other) => one - other), failed: failed.length, pending: pending.length, stopped: stopped?.message ?? null } });
