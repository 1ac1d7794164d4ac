import { useQueryClient } from "@tanstack/react-query";
import { Check, Copy } from "lucide-react";
import { useEffect } from "react";
import type { Uploaded } from "@/shared/api/schemas";
import { plural, t } from "@/shared/i18n/text";
import { lookOfSending, type SendLook } from "@/shared/upload/send-look";
import type { Sent } from "@/shared/upload/send-queue";
import { SendTray } from "@/shared/upload/send-tray";
import { uploads } from "./send-picture";

const RELOAD_MS = 1500;

/** How the uploads go, in whatever room one is. */
export function UploadTray() {
  useLibraryReload();
  return <SendTray queue={uploads} lookOf={lookOf} duplicate={(uploaded) => uploaded.duplicate} />;
}

function lookOf(sent: Sent<Uploaded>): SendLook {
  if (sent.answer === undefined) return lookOfSending(sent);
  if (sent.answer.duplicate) return { icon: Copy, colour: "text-warn", note: t("upload.duplicate") };
  const near = sent.answer.near_duplicates.length;
  const note = near > 0 ? plural("upload.near", near) : t("upload.stored");
  return { icon: Check, colour: "text-good", note };
}

/** Shows what arrived in the library soon, and not once for each of hundreds. */
function useLibraryReload(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    uploads.onArrival = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ["images"] });
        void queries.invalidateQueries({ queryKey: ["library"] });
      }, RELOAD_MS);
    };
    return () => {
      clearTimeout(timer);
    };
  }, [queries]);
}
