import { ImageUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { t } from "@/shared/i18n/text";
import { classNames } from "@/shared/lib/class-names";

/** Takes one picture to search by: dropped, pasted or chosen. */
export function PictureDrop({ compact, onPicture }: { compact: boolean; onPicture: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0];
      if (file !== undefined) onPicture(file);
    };
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("paste", paste);
    };
  }, [onPicture]);

  return (
    <div
      role="presentation"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => {
        setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) onPicture(file);
      }}
    >
      <button
        type="button"
        onClick={() => input.current?.click()}
        className={classNames(
          "flex w-full items-center justify-center gap-3 rounded-lg border-2 border-dashed px-4 text-ink-soft transition-colors hover:border-accent hover:text-ink",
          compact ? "h-14" : "h-44 flex-col",
          over ? "border-accent bg-accent-soft text-on-accent-soft" : "border-line-strong/60",
        )}
      >
        <ImageUp size={compact ? 18 : 28} aria-hidden />
        {compact ? t("search.another") : t("search.drop")}
      </button>
      <input
        ref={input}
        type="file"
        accept="image/*,.tif,.tiff,.bmp"
        hidden
        data-testid="query"
        onChange={() => {
          const file = input.current?.files?.[0];
          if (file !== undefined) onPicture(file);
          if (input.current !== null) input.current.value = "";
        }}
      />
    </div>
  );
}
