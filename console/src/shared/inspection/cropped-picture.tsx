import { useState } from "react";
import type { Box } from "@/shared/api/schemas";

interface CroppedPictureProps {
  url: string;
  alt: string;
  box: Box;
  /** Of the square around the box that is shown, in pixels of the picture. */
  side: number;
}

/** The square surroundings of a box in a picture, the box outlined. */
export function CroppedPicture({ url, alt, box, side }: CroppedPictureProps) {
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const shown = size === null ? side : Math.min(side, size.width, size.height);
  const from = (start: number, length: number, all: number) =>
    Math.max(0, Math.min(all - shown, start + length / 2 - shown / 2));
  const x = size === null ? 0 : from(box.x, box.width, size.width);
  const y = size === null ? 0 : from(box.y, box.height, size.height);
  const percent = (pixels: number) => `${String((pixels / shown) * 100)}%`;
  return (
    <div className="relative aspect-square overflow-hidden rounded-md bg-sunken">
      <img
        src={url}
        alt={alt}
        draggable={false}
        onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) => {
          setSize({ width, height });
        }}
        className="absolute max-w-none"
        style={
          size === null
            ? { opacity: 0 }
            : {
                left: percent(-x),
                top: percent(-y),
                width: percent(size.width),
                height: percent(size.height),
              }
        }
      />
      {size !== null && (
        <div
          className="absolute rounded-sm border-2 border-on-picture outline outline-below-picture"
          style={{
            left: percent(box.x - x),
            top: percent(box.y - y),
            width: percent(box.width),
            height: percent(box.height),
          }}
        />
      )}
    </div>
  );
}
