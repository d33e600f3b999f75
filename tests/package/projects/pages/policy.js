const show = (text) => document.body.append(Object.assign(document.createElement('output'), { textContent: text }));

BX24ContactCard.configure({ connection: { webhook: document.body.dataset.webhook } });
BX24ContactCard.resetContactCard('P', 6).then(
  ({ result }) => show(result),
  ({ kind, code, outcome, cause, message }) => show(`${kind} ${code} ${outcome} ${cause.name} ${message}`),
);
