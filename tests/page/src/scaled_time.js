// Lets time pass FACTOR times faster in this page: for its timers, for its clocks, and in what the browser stamps with
// their time. All of them are scaled from the same moment, so that they go on agreeing with each other.
((factor) => {
  const clock = performance.now.bind(performance);
  const begin = clock();
  const scaled = (time) => begin + (time - begin) * factor;
  performance.now = () => scaled(clock());

  for (const name of ['setTimeout', 'setInterval']) {
    const start = window[name];
    window[name] = (run, ms = 0, ...given) => start.call(window, run, ms / factor, ...given);
  }
  const timeout = AbortSignal.timeout;
  AbortSignal.timeout = (ms) => timeout.call(AbortSignal, ms / factor);

  const now = () => Math.floor(performance.timeOrigin + performance.now());
  window.Date = new Proxy(Date, {
    get: (date, name) => (name === 'now' ? now : Reflect.get(date, name)),
    construct: (date, given, target) => Reflect.construct(date, given.length > 0 ? given : [now()], target),
    apply: (date) => new date(now()).toString(),
  });

  for (const [{ prototype }, name] of [[PerformanceEntry, 'startTime'], [PerformanceResourceTiming, 'responseEnd']]) {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    Object.defineProperty(prototype, name, { configurable: true, get() { return scaled(get.call(this)); } });
  }
})(FACTOR);
