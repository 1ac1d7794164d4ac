import { CircleAlert, CircleSlash, Clock, type LucideIcon } from "lucide-react";
import { t } from "@/shared/i18n/text";
import { formatBytes, formatPercent } from "@/shared/lib/format";
import type { Sent } from "./send-queue";

/** How a file on its way is shown: its state as an icon, a colour and a sentence. */
export interface SendLook {
  icon: LucideIcon;
  colour: string;
  note: string;
}

/** The look of a file that has not arrived; what its arrival means is for the room to say. */
export function lookOfSending({ state, file, progress, error }: Sent<unknown>): SendLook {
  switch (state) {
    case "waiting":
      return {
        icon: Clock,
        colour: "text-ink-soft",
        note: t("upload.waiting", { size: formatBytes(file.size) }),
      };
    case "failed":
      return { icon: CircleAlert, colour: "text-bad", note: error ?? t("problem.fault") };
    case "cancelled":
      return { icon: CircleSlash, colour: "text-ink-soft", note: t("upload.cancelled") };
    default:
      return {
        icon: Clock,
        colour: "text-accent",
        note: progress < 1 ? formatPercent(progress) : t("upload.looking"),
      };
  }
}
