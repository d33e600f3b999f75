// Files that the page makes and reads.

/** Has the browser save a file. */
export function saveFile(name, content, type = 'application/json') {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser has begun by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** The file of a backup, or of several, as the package takes them. */
export function saveBackups(backups) {
  saveFile(`contact-card-${new Date().toISOString().slice(0, 10)}.json`, JSON.stringify(backups, null, 2));
}
