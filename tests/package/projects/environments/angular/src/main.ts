import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { isContactCardError, resetContactCard } from 'bx24-contact-card';

@Component({ selector: 'app-root', template: '<output>{{ said() }}</output>' })
class App {
  readonly said = signal('');

  constructor() {
    const webhook = new URLSearchParams(location.search).get('webhook') ?? '';
    resetContactCard('P', 6, { connection: { webhook } }).then(
      ({ result }) => this.said.set(`reset: ${result}`),
      (error: unknown) => this.said.set(isContactCardError(error) ? error.message : String(error)),
    );
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
