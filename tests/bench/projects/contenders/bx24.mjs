// The BX24 library, as a promise.
const METHOD = 'crm.contact.details.configuration.reset';

const reset = (userId) => new Promise((resolve, reject) => {
  BX24.callMethod(METHOD, { scope: 'P', userId }, (answer) => {
    if (answer.error()) reject(new Error(`${answer.error()}`));
    else resolve(answer.data());
  });
});

export const inPlacement = () => new Promise((resolve) => BX24.init(() => resolve(reset)));
