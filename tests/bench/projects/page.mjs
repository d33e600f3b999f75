// What pages import of a contender.
export * from '#contender';
export { measure } from './measure.mjs';
