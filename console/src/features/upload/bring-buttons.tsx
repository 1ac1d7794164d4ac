import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { FileButtons } from "@/shared/upload/file-buttons";
import { useBring } from "./use-bring";

/** Asks for files or a folder, and sends them on their way to the library. */
export function BringButtons() {
  const operator = useMay("operator");
  const bring = useBring();
  return operator && <FileButtons label={t("upload.pictures")} archives onFiles={bring} />;
}
