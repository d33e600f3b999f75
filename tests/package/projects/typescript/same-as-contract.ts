// The package's declarations say at least what the contract says: contract.d.ts, a copy of what was agreed on.
import type * as Agreed from './contract';
import * as ours from 'bx24-contact-card';
import * as slim from 'bx24-contact-card/slim';

type Agreement = typeof Agreed;

// Every function and class of the contract is there, and takes and gives what the contract says.
export const full: Agreement = ours;
export const separate: Agreement = slim;

/** Whoever writes by the contract can pass what the contract describes. */
export function passed(
  options: [Agreed.CallOptions, Agreed.BackupOptions, Agreed.BulkOptions, Agreed.BulkBackupOptions, Agreed.RequestLimit],
  connections: [Agreed.Connection, Agreed.BX24Like, Agreed.B24Like, Agreed.UrlLike, Agreed.AbortSignalLike],
  cards: [Agreed.Scope, Agreed.UserId, Agreed.CardSection, Agreed.CardElement, Agreed.CardBackup],
  saved: [Agreed.NewCardSection, Agreed.NewCardElement, Agreed.UserOf<'C'>, Agreed.UserOf<'P'>],
): void {
  const taken: [ours.CallOptions, ours.BackupOptions, ours.BulkOptions, ours.BulkBackupOptions, ours.RequestLimit] = options;
  const reached: [ours.Connection, ours.BX24Like, ours.B24Like, ours.UrlLike, ours.AbortSignalLike] = connections;
  const named: [ours.Scope, ours.UserId, ours.CardSection, ours.CardElement, ours.CardBackup] = cards;
  const put: [ours.NewCardSection, ours.NewCardElement, ours.UserOf<'C'>, ours.UserOf<'P'>] = saved;
  void [taken, reached, named, put];
}

/** The same of edits, and of other kinds of cards. */
export function edited(change: Agreed.CardChange, sections: Agreed.NewCard, extras: Agreed.CardExtras<2>): void {
  const taken: [ours.CardChange, ours.NewCard, ours.CardExtras<2>] = [change, sections, extras];
  void taken;
}

/** And gets what it describes. */
export function givenOfEdits(answer: ours.EditAnswer, card: ours.CrmCard): void {
  const got: [Agreed.EditAnswer, Agreed.CrmCard] = [answer, card];
  void got;
}

/** And gets what it describes. */
export function given(
  answers: [ours.Answer<true>, ours.ResponseTime, ours.CardSection, ours.CardElement, ours.CardBackup],
  backups: [ours.WithBackup<ours.Answer<true>, { backup: true }>, ours.WithBackup<ours.Answer<true>, ours.BackupOptions>],
  reports: [ours.BulkReport, ours.BulkProgress, ours.ContactCardError, ours.ErrorKind, ours.Scope, ours.UserId],
): void {
  const got: [Agreed.Answer<true>, Agreed.ResponseTime, Agreed.CardSection, Agreed.CardElement, Agreed.CardBackup] = answers;
  const kept: [
    Agreed.WithBackup<Agreed.Answer<true>, { backup: true }>, Agreed.WithBackup<Agreed.Answer<true>, Agreed.BackupOptions>,
  ] = backups;
  const told: [
    Agreed.BulkReport, Agreed.BulkProgress, Agreed.ContactCardError, Agreed.ErrorKind, Agreed.Scope, Agreed.UserId,
  ] = reports;
  void [got, kept, told];
}

/** Of the kinds of errors, none is missing: a switch over the contract's is complete. */
export function kinds(kind: Agreed.ErrorKind): ours.ErrorKind {
  return kind;
}

/** A program that hands our functions on under the contract's types. */
export const { resetContactCard, getContactCard, setContactCard }: Agreement = ours;
