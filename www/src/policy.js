// Puts the page under its Content Security Policy. It is the first script of each page: the same files are served on the internet
// and on this machine, so that the policy depends on the page's host.

import { policyFor } from './sources.js';

const meta = document.createElement('meta');
meta.content = policyFor(location.hostname);
meta.httpEquiv = 'Content-Security-Policy';
document.head.append(meta);
