import { FolderUp, ImagePlus } from "lucide-react";
import { useRef, type RefObject } from "react";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";

const PICTURES = "image/*,.tif,.tiff,.bmp";

interface FileButtonsProps {
  /** On the button that asks for files. */
  label: string;
  /** Beside pictures, also a ZIP of them can be chosen. */
  archives?: boolean;
  onFiles: (files: readonly File[]) => void;
}

/** Asks for files or a folder: what dropping does, for those who do not drop. */
export function FileButtons({ label, archives = false, onFiles }: FileButtonsProps) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);

  function taken(input: RefObject<HTMLInputElement | null>) {
    if (input.current === null) return;
    onFiles([...(input.current.files ?? [])]);
    input.current.value = ""; // so that the same file can be chosen again
  }

  return (
    <>
      <Button look="primary" icon={<ImagePlus size={16} />} onClick={() => files.current?.click()}>
        {label}
      </Button>
      <Button
        icon={<FolderUp size={16} />}
        aria-label={t("upload.folder")}
        onClick={() => folder.current?.click()}
      >
        <span className="max-sm:hidden">{t("upload.folder")}</span>
      </Button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        accept={archives ? `${PICTURES},.zip` : PICTURES}
        data-testid="files"
        onChange={() => {
          taken(files);
        }}
      />
      <input
        ref={(element) => {
          folder.current = element;
          element?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        onChange={() => {
          taken(folder);
        }}
      />
    </>
  );
}
