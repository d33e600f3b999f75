// Texts in the user's language.

import { FluentBundle, FluentResource } from '@fluent/bundle';

/** Bitrix24's codes of the languages that there are texts in, with those of BCP 47. */
export const LANGUAGES = {
  en: 'en', ru: 'ru', de: 'de', la: 'es', br: 'pt-BR', fr: 'fr', pl: 'pl', tr: 'tr', ua: 'uk', ar: 'ar',
};

const RIGHT_TO_LEFT = ['ar'];

/** The texts of a language, of `sources` with Fluent files. Languages that have none have English's. */
export function textsIn(language, sources) {
  const code = Object.hasOwn(sources, language) ? language : 'en';
  const bundle = new FluentBundle(LANGUAGES[code]);
  bundle.addResource(new FluentResource(sources[code]));
  return {
    language: LANGUAGES[code],
    direction: RIGHT_TO_LEFT.includes(code) ? 'rtl' : 'ltr',
    /** A text with its parameters filled in. */
    text: (id, parameters) => bundle.formatPattern(bundle.getMessage(id).value, parameters),
  };
}

/** The same, in which the page is from then on. */
export function speak(language, sources) {
  const texts = textsIn(language, sources);
  document.documentElement.lang = texts.language;
  document.documentElement.dir = texts.direction;
  document.title = texts.text('title');
  return texts;
}
