import type { ReactNode } from "react";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { DropArea } from "@/shared/upload/drop-area";
import { useBring } from "./use-bring";

/** Everything inside takes pictures for the library. */
export function DropZone({ children }: { children: ReactNode }) {
  return (
    <DropArea label={t("upload.drop")} enabled={useMay("operator")} onFiles={useBring()}>
      {children}
    </DropArea>
  );
}
