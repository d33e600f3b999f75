// Keeps what the page prints, what it does not catch and what its policy forbids, for the report of a failed test.
(() => {
  const LINES = 200;
  const lines = (window.consoleLines = []);
  const keep = (kind, words) => {
    if (lines.length < LINES) lines.push(`${kind}: ${words.map(String).join(' ')}`);
  };
  for (const level of ['debug', 'error', 'info', 'log', 'warn']) {
    const print = console[level];
    console[level] = (...words) => {
      keep(level, words);
      print.apply(console, words);
    };
  }
  addEventListener('error', ({ message }) => keep('uncaught', [message]));
  addEventListener('unhandledrejection', ({ reason }) => keep('unhandled', [reason]));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
    keep('forbidden', [effectiveDirective, blockedURI, sample]));
})();
