import { Link } from "@tanstack/react-router";
import { MapPinOff } from "lucide-react";
import { t } from "@/shared/i18n/text";
import { buttonClass } from "@/shared/ui/button";
import { EmptyState } from "@/shared/ui/states";

export function Lost() {
  return (
    <EmptyState icon={<MapPinOff size={22} />} title={t("lost.title")} text={t("lost.text")}>
      <Link to="/" className={buttonClass("primary")}>
        {t("lost.home")}
      </Link>
    </EmptyState>
  );
}
