import { useRef, type ReactNode } from "react";

interface ZipField {
  /** Asks for a ZIP file. */
  choose: () => void;
  /** Has to be on the page, and outside of a menu that closes. */
  field: ReactNode;
}

/** Lets a ZIP file be chosen from a menu. */
export function useZipField(onFiles: (files: readonly File[]) => void): ZipField {
  const input = useRef<HTMLInputElement>(null);
  return {
    choose: () => input.current?.click(),
    field: (
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        onChange={() => {
          onFiles([...(input.current?.files ?? [])]);
          if (input.current !== null) input.current.value = "";
        }}
      />
    ),
  };
}
