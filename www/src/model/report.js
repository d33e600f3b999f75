// The report of a run, as the text of a file.

/** The report in JSON. */
export const jsonOf = (run) => JSON.stringify({ action: run.action, at: run.at, people: peopleOf(run) }, null, 2);

const COLUMNS = ['userId', 'name', 'outcome', 'kind', 'code', 'description'];

/** The same as a table for spreadsheets. Excel takes a file for UTF-8 by its byte order mark. */
export function csvOf(run) {
  const rows = peopleOf(run).map((person) => COLUMNS.map((column) => person[column] ?? ''));
  return `\uFEFF${[COLUMNS, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

const peopleOf = (run) => [...run.outcomes].map(([userId, { is, error }]) => {
  const reason = error && { kind: error.kind, code: error.code, description: run.detailsOf(error).said };
  return { userId, name: run.nameOf(userId), outcome: is, ...reason };
});

/** A spreadsheet takes a text that begins like a formula for one: an apostrophe keeps it a text. */
function cell(value) {
  const text = String(value);
  const harmless = /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
