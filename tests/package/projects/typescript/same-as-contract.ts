// The package's declarations say at least what the contract says: contract.d.ts, a copy of what was agreed on.
import type * as Agreed from './contract';
import * as ours from 'bx24-contact-card';
import * as slim from 'bx24-contact-card/slim';

// Every function and class of the contract is there, and takes and gives what the contract says.
export const full: typeof Agreed = ours;
export const separate: typeof Agreed = slim;

/** Whoever writes by the contract can pass what the contract describes. */
export function passed(
  options: [Agreed.CallOptions, Agreed.ResetOptions, Agreed.BulkOptions, Agreed.Connection, Agreed.BX24Like],
  card: [Agreed.Scope, Agreed.UserId, Agreed.CardSection, Agreed.CardElement, Agreed.CardBackup],
): void {
  const taken: [ours.CallOptions, ours.ResetOptions, ours.BulkOptions, ours.Connection, ours.BX24Like] = options;
  const named: [ours.Scope, ours.UserId, ours.CardSection, ours.CardElement, ours.CardBackup] = card;
  void [taken, named];
}

/** And gets what it describes. */
export function given(
  answers: [ours.Answer<true>, ours.ResetAnswer, ours.ResponseTime, ours.CardSection, ours.CardElement, ours.CardBackup],
  reports: [ours.BulkReport, ours.BulkProgress, ours.ContactCardError, ours.ErrorKind, ours.Scope, ours.UserId],
): void {
  const got: [
    Agreed.Answer<true>, Agreed.ResetAnswer, Agreed.ResponseTime, Agreed.CardSection, Agreed.CardElement, Agreed.CardBackup,
  ] = answers;
  const told: [
    Agreed.BulkReport, Agreed.BulkProgress, Agreed.ContactCardError, Agreed.ErrorKind, Agreed.Scope, Agreed.UserId,
  ] = reports;
  void [got, told];
}

/** Of the kinds of errors, none is missing either: a switch over the contract's is complete. */
export function kinds(kind: Agreed.ErrorKind): ours.ErrorKind {
  return kind;
}

/** A program that hands our functions on under the contract's types. */
export const { resetContactCard, getContactCard, setContactCard }: typeof Agreed = ours;
