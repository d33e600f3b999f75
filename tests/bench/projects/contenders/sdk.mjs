// The official SDK.
import { B24OAuth, initializeB24Frame, ParamsFactory } from '@bitrix24/b24jssdk';

const METHOD = 'crm.contact.details.configuration.reset';

const resetBy = (b24) => async (userId) => {
  const answer = await b24.actions.v2.call.make({ method: METHOD, params: { scope: 'P', userId } });
  if (!answer.isSuccess) throw new Error(answer.getErrorMessages().join());
  return answer.getData().result;
};

export const inPlacement = async () => resetBy(await initializeB24Frame());

/** Without its limiter, which would hold it to two calls a second. Its webhooks are https only, so that a token takes their place. */
export const byToken = async ({ portal, accessToken }) => {
  const expires = Math.floor(Date.now() / 1000) + 86_400;
  const server = { serverEndpoint: `${portal}/rest/`, clientEndpoint: `${portal}/rest`, domain: portal };
  const token = { accessToken, refreshToken: 'r', expires, expiresIn: 86_400, scope: 'crm', status: 'L', applicationToken: '' };
  const b24 = new B24OAuth({ ...server, ...token, userId: 1, memberId: 'm', issuer: 'store' }, { clientId: 'i', clientSecret: 's' });
  b24.offClientSideWarning();
  const parameters = ParamsFactory.getDefault();
  const rateLimit = { burstLimit: 1e9, drainRate: 1e9, adaptiveEnabled: false };
  await b24.setRestrictionManagerParams({ ...parameters, rateLimit, adaptiveConfig: { ...parameters.adaptiveConfig, enabled: false } });
  return resetBy(b24);
};
