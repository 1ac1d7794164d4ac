import { t } from "@/shared/i18n/text";

/** The loupe and its name. */
export function Brand() {
  return (
    <span className="flex items-center gap-2.5 text-lg font-semibold tracking-tight">
      <img src="/favicon.svg" alt="" className="size-7" />
      {t("brand")}
    </span>
  );
}
