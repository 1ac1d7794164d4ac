import { ImagePlus } from "lucide-react";
import { useEffect, useRef, useState, type DragEvent, type ReactNode } from "react";
import { filesOf } from "./dropped-files";

const holdsFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");

interface DropAreaProps {
  /** Said while files are held over it. */
  label: string;
  /** Who may not bring files is not offered to. */
  enabled: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** Everything inside takes files that are dropped or pasted. The same is offered by buttons, for those without a mouse. */
export function DropArea({ label, enabled, onFiles, children }: DropAreaProps) {
  const depth = useRef(0); // enter and leave are told for every element on the way
  const [over, setOver] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length > 0) onFiles(files);
    };
    document.addEventListener("paste", paste);
    return () => {
      document.removeEventListener("paste", paste);
    };
  }, [enabled, onFiles]);

  if (!enabled) return children;
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
        void filesOf(event.dataTransfer).then(onFiles);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-3 z-30 grid animate-appear place-items-center rounded-lg border-2 border-dashed border-accent bg-accent-soft/90">
          <p className="flex items-center gap-3 px-4 text-center text-xl font-semibold text-on-accent-soft">
            <ImagePlus size={28} aria-hidden className="shrink-0" />
            {label}
          </p>
        </div>
      )}
    </div>
  );
}
