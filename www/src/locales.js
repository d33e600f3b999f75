// The texts of the application in each language, of which only the person's own are loaded.

import en from '../locales/en/index.ftl';

const OTHERS = new Map([
  ['ru', () => import('../locales/ru/index.ftl')],
  ['de', () => import('../locales/de/index.ftl')],
  ['la', () => import('../locales/la/index.ftl')],
  ['br', () => import('../locales/br/index.ftl')],
  ['fr', () => import('../locales/fr/index.ftl')],
  ['pl', () => import('../locales/pl/index.ftl')],
  ['tr', () => import('../locales/tr/index.ftl')],
  ['ua', () => import('../locales/ua/index.ftl')],
  ['ar', () => import('../locales/ar/index.ftl')],
]);

/** English and, where there are any and they can be had, the texts of a language, by Bitrix24's codes. */
export async function loadTexts(language) {
  try {
    const loaded = await OTHERS.get(language)?.();
    return loaded ? { en, [language]: loaded.default } : { en };
  } catch {
    return { en };
  }
}
