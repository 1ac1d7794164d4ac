import type { ReactNode } from "react";

export interface StripPicture {
  image_id: string;
  name: string;
  preview_url: string;
  note?: string | undefined;
}

interface StripProps {
  pictures: readonly StripPicture[];
  onOpen: (id: string) => void;
  /** Said where there are none. */
  empty: ReactNode;
}

/** A few pictures in rows, each of which opens. */
export function Strip({ pictures, onOpen, empty }: StripProps) {
  if (pictures.length === 0) return <p className="text-sm text-ink-soft">{empty}</p>;
  return (
    <ul className="grid grid-cols-4 gap-2">
      {pictures.map((picture) => (
        <li key={picture.image_id}>
          <button
            type="button"
            title={picture.name}
            aria-label={picture.name}
            className="relative block aspect-square w-full overflow-hidden rounded-md bg-sunken ring-1 ring-line hover:ring-2 hover:ring-accent"
            onClick={() => {
              onOpen(picture.image_id);
            }}
          >
            <img src={picture.preview_url} alt="" loading="lazy" className="size-full object-cover" />
            {picture.note !== undefined && (
              <span className="absolute right-1 bottom-1 rounded-sm bg-below-picture px-1 font-mono text-xs text-on-picture">
                {picture.note}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
