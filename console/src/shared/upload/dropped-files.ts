/** What a drop, a picker or the clipboard brought: folders are walked through, what is no picture is counted. */
export interface Dropped {
  pictures: File[];
  archives: File[];
  others: number;
}

const PICTURE = /\.(jpe?g|png|webp|tiff?|bmp|gif)$/i;
const ARCHIVE = /\.zip$/i;

export function sort(files: readonly File[]): Dropped {
  const pictures = files.filter((file) => file.type.startsWith("image/") || PICTURE.test(file.name));
  const archives = files.filter((file) => ARCHIVE.test(file.name));
  return { pictures, archives, others: files.length - pictures.length - archives.length };
}

/** All files of a drop; must be called before the drop's event has ended, since browsers empty it then. */
export function filesOf(transfer: DataTransfer): Promise<File[]> {
  const entries = [...transfer.items]
    .map((item) => item.webkitGetAsEntry())
    .filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.resolve([...transfer.files]);
  return Promise.all(entries.map(walk)).then((lists) => lists.flat());
}

async function walk(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) {
    return [
      await new Promise<File>((resolve, reject) => {
        (entry as FileSystemFileEntry).file(resolve, reject);
      }),
    ];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const files: File[] = [];
  for (;;) {
    // A reader gives at most a hundred entries at a time, and none at the end.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return files;
    files.push(...(await Promise.all(some.map(walk))).flat());
  }
}
