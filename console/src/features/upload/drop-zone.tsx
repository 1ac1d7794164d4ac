import { ImagePlus } from "lucide-react";
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from "react";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { filesOf } from "./dropped-files";
import { useBring } from "./use-bring";

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

/** Everything inside takes files that are dropped or pasted. The same is offered by buttons, for those without a mouse. */
export function DropZone({ children }: { children: ReactNode }) {
  const operator = useMay("operator");
  const bring = useBring();
  const depth = useRef(0); // enter and leave are told for every element on the way
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!operator) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) bring(files);
    };
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("paste", paste);
    };
  }, [operator, bring]);

  if (!operator) return children;
  return (
    <div
      role="presentation"
      className="relative h-full"
      onDragEnter={(event) => {
        if (!holdsFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!holdsFiles(event)) return;
        depth.current -= 1;
        if (depth.current === 0) setOver(false);
      }}
      onDragOver={(event) => {
        if (holdsFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        void filesOf(event.dataTransfer).then(bring);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-3 z-30 grid animate-appear place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/90">
          <p className="flex items-center gap-3 text-xl font-semibold text-on-accent-soft">
            <ImagePlus size={28} aria-hidden />
            {t("upload.drop")}
          </p>
        </div>
      )}
    </div>
  );
}
