// The faults, conditions and limits that have a button.

const odd = (body) => ({ status: 200, body });

/** By heading: the label, what happens, and the method where it is a certain one. */
export const FAULTS = {
  'Refusals': [
    ['Access denied', { status: 400, body: { error: '', error_description: 'Access denied.' } }],
    ['Insufficient scope', { error: 'insufficient_scope' }],
    ['Plan expired', { error: 'ACCESS_DENIED' }],
    ['Not on this plan', {
      status: 403,
      body: { error: 'FEATURE_NOT_AVAILABLE_ON_CURRENT_PLAN', error_description: 'Feature is not available on current plan' },
    }],
    ['Busy (503)', { error: 'QUERY_LIMIT_EXCEEDED' }],
    ['Operating limit (429)', { error: 'OPERATION_TIME_LIMIT' }],
    ['Internal error (500)', { error: 'INTERNAL_SERVER_ERROR' }],
    ['HTML error in front', { status: 502, body: '<h1>502 Bad Gateway</h1>', cors: false }],
  ],
  'Tokens': [
    ['Token expired', { error: 'expired_token' }],
    ['Token unknown', { error: 'invalid_token' }],
    ['Slow renewal (5 s)', { delayMs: 5000 }, 'refreshAuth'],
    ['Renewal fails', { status: 503 }, 'refreshAuth'],
  ],
  'Odd answers': [
    ['Result true', odd({ result: true })],
    ['Result [ ]', odd({ result: [] })],
    ['Result null', odd({ result: null })],
    ['Result text', odd({ result: 'OK' })],
    ['No result', odd({})],
    ['Not JSON', odd('<!doctype html><title>Sign in</title>')],
    ['Empty answer', { status: 200 }],
  ],
  'Connection': [
    ['Takes 5 seconds', { delayMs: 5000 }],
    ['Never answers', { hang: true }],
    ['Connection reset', { reset: true }],
    ['Answer cut off', { truncate: 9 }],
    ['No CORS headers', { cors: false }],
  ],
};

/** The label, the condition's name, and its value while it holds and while it does not. */
export const CONDITIONS = [
  ['Portal deleted', 'deleted', true, false],
  ['Blocked for overload', 'overload', true, false],
  ['Plan expired', 'plan', 'free', 'commercial'],
  ['No subscription', 'plan', 'noSubscription', 'commercial'],
  ['No authorization server', 'noConnection', true, false],
  ['Application not installed', 'noApplication', true, false],
  ['User may not use the application', 'noApplicationAccess', true, false],
  ['No crm.contact.details.configuration', 'noContactFamily', true, false],
];

export const LIMITS = {
  'None': null,
  'As on most plans (50, 2/s)': { burst: 50, perSecond: 2, operatingSeconds: 480, windowSeconds: 600 },
  'Enterprise (250, 5/s)': { burst: 250, perSecond: 5, operatingSeconds: 480, windowSeconds: 600 },
  'Tight (3, 1/s)': { burst: 3, perSecond: 1 },
  'Operating limit after 2 calls': { costMs: 1000, operatingSeconds: 2, windowSeconds: 60 },
};

/** The scopes that an application can have. */
export const SCOPES = ['crm', 'placement', 'user', 'user_brief', 'department'];
