import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { startZipImport } from "@/shared/api/start-zip-import";
import { plural, t } from "@/shared/i18n/text";
import { toast, toastProblem } from "@/shared/ui/toast";
import { sort } from "@/shared/upload/dropped-files";
import { uploads } from "./send-picture";

/** Brings files: pictures one by one, a ZIP as a job of its own; what is neither is said. */
export function useBring(): (files: readonly File[]) => void {
  const queries = useQueryClient();
  return useCallback(
    (files) => {
      const { pictures, archives, others } = sort(files);
      if (pictures.length > 0) uploads.add(pictures);
      for (const archive of archives) {
        startZipImport(archive).then(() => {
          toast(t("upload.zip", { name: archive.name }), { detail: t("upload.zipText") });
          void queries.invalidateQueries({ queryKey: ["jobs"] });
        }, toastProblem);
      }
      if (others > 0) toast(plural("upload.others", others), { detail: t("upload.othersText") });
    },
    [queries],
  );
}
