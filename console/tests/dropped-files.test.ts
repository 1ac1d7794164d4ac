import { expect, test } from "vitest";
import { filesOf, sort } from "@/shared/upload/dropped-files";

function fileEntry(name: string) {
  return {
    isFile: true,
    file: (done: (file: File) => void) => {
      done(new File([name], name));
    },
  };
}

/** A folder whose reader gives at most two entries at a time, as browsers give at most a hundred. */
function folder(entries: object[]) {
  return {
    isFile: false,
    createReader: () => {
      const rest = [...entries];
      return {
        readEntries: (done: (some: object[]) => void) => {
          done(rest.splice(0, 2));
        },
      };
    },
  };
}

test("folders are walked through to the end", async () => {
  const tree = folder([
    fileEntry("1.png"),
    folder([fileEntry("2.png")]),
    fileEntry("3.png"),
    fileEntry("4.png"),
  ]);
  const transfer = { items: [{ webkitGetAsEntry: () => tree }], files: [] };

  const files = await filesOf(transfer as unknown as DataTransfer);

  expect(files.map((file) => file.name).sort()).toEqual(["1.png", "2.png", "3.png", "4.png"]);
});

test("pictures, archives and others are told apart by type or name", () => {
  const sorted = sort([
    new File([], "a.TIFF"),
    new File([], "b", { type: "image/webp" }),
    new File([], "c.zip"),
    new File([], ".DS_Store"),
  ]);

  expect(sorted.pictures.map((file) => file.name)).toEqual(["a.TIFF", "b"]);
  expect(sorted.archives.map((file) => file.name)).toEqual(["c.zip"]);
  expect(sorted.others).toBe(1);
});
