import { FolderUp, ImagePlus } from "lucide-react";
import { useRef, type RefObject } from "react";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { Button } from "@/shared/ui/button";
import { useBring } from "./use-bring";

/** Asks for files or a folder, and sends them on their way. */
export function BringButtons() {
  const operator = useMay("operator");
  const bring = useBring();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  if (!operator) return null;

  function taken(input: RefObject<HTMLInputElement | null>) {
    if (input.current === null) return;
    bring([...(input.current.files ?? [])]);
    input.current.value = ""; // so that the same file can be chosen again
  }

  return (
    <>
      <Button look="primary" icon={<ImagePlus size={16} />} onClick={() => files.current?.click()}>
        {t("upload.pictures")}
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
        accept="image/*,.tif,.tiff,.bmp,.zip"
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
