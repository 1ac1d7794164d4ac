import { Download, Ellipsis, FileSearch, Power } from "lucide-react";
import type { Version } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { plural, t } from "@/shared/i18n/text";
import { formatOdds } from "@/shared/inspection/numbers";
import { formatBytes, formatDate } from "@/shared/lib/format";
import { Badge } from "@/shared/ui/badge";
import { Button, IconButton } from "@/shared/ui/button";
import { Menu, MenuItem } from "@/shared/ui/menu";

interface VersionRowProps {
  version: Version;
  chosen: boolean;
  onChoose: () => void;
  onOpen: () => void;
  onActivate: () => void;
  onDownload: () => void;
}

export function VersionRow({ version, chosen, onChoose, onOpen, onActivate, onDownload }: VersionRowProps) {
  const engineer = useMay("engineer");
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-accent"
        aria-label={t("versions.choose", { label: version.label })}
        checked={chosen}
        onChange={onChoose}
      />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2">
          <button
            type="button"
            className="text-lg font-semibold hover:underline"
            aria-label={t("versions.open", { label: version.label })}
            onClick={onOpen}
          >
            {version.label}
          </button>
          <Badge>{t(`versions.change.${version.change}`)}</Badge>
          {version.active && <Badge tone="good">{t("versions.active")}</Badge>}
        </p>
        <p className="text-sm text-ink-soft">
          {[
            formatDate(version.created_at),
            plural("project.good", version.good_images),
            `${version.method}, ${version.encoder}`,
            t("versions.promise", { odds: formatOdds(version.promise.fail.rate) }),
          ].join(" · ")}
        </p>
      </div>
      {engineer && !version.active && (
        <Button className="max-sm:hidden" onClick={onActivate}>
          {t("versions.activate")}
        </Button>
      )}
      <Menu
        label={t("versions.more", { label: version.label })}
        trigger={
          <IconButton label={t("versions.more", { label: version.label })}>
            <Ellipsis size={17} />
          </IconButton>
        }
      >
        <MenuItem icon={<FileSearch size={16} />} onSelect={onOpen}>
          {t("versions.report")}
        </MenuItem>
        {engineer && !version.active && (
          <MenuItem icon={<Power size={16} />} onSelect={onActivate}>
            {t("versions.activate")}
          </MenuItem>
        )}
        <MenuItem icon={<Download size={16} />} onSelect={onDownload}>
          {t("versions.download", { size: formatBytes(version.bytes) })}
        </MenuItem>
      </Menu>
    </li>
  );
}
