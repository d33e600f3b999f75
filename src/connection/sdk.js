// The official SDK's object, `$b24` (docs/application.md §7).

/**
 * Its address, and its `auth` in the form of the BX24 library; nothing where it is no such object, or not initialised yet. A
 * reactive proxy of it throws.
 */
export function readSdk(b24) {
  if (b24?.isInit !== true) return undefined;
  const { auth } = b24;
  auth.getAuthData();
  const address = b24.getTargetOriginWithPath().get('v2') ?? b24.getTargetOrigin();
  return [address, { getAuth: () => auth.getAuthData(), refreshAuth: (resolve) => resolve(auth.refreshAuth()) }];
}
