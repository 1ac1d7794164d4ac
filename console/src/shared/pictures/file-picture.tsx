import { ImageIcon } from "lucide-react";
import { useCallback, useState } from "react";
import { classNames } from "@/shared/lib/class-names";

/** A file that is not on the server yet, as a picture; a sign in its place where browsers cannot show its kind. */
export function FilePicture({ file, className }: { file: File; className?: string }) {
  const [failed, setFailed] = useState(false);
  const show = useCallback(
    (image: HTMLImageElement) => {
      const url = URL.createObjectURL(file);
      image.src = url;
      return () => {
        URL.revokeObjectURL(url);
      };
    },
    [file],
  );
  if (failed) {
    return (
      <span className={classNames("grid place-items-center bg-sunken text-ink-soft", className)} aria-hidden>
        <ImageIcon size={16} />
      </span>
    );
  }
  return (
    <img
      ref={show}
      alt=""
      decoding="async"
      className={classNames("bg-sunken", className)}
      onError={() => {
        setFailed(true);
      }}
    />
  );
}
