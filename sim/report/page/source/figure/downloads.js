// Files made in the page and handed to the reader; nothing is sent anywhere.

/** Offers a Blob as a file. */
export function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A name that every file system takes: "activation-contingent-length-nl.csv". */
export function fileName(parts, ending) {
  const text = parts.join('-').toLowerCase().replace(/[^a-z0-9_.-]+/g, '-');
  return `${text.slice(0, 120)}.${ending}`;
}
