import { Ellipsis, FileArchive, FolderInput, Images } from "lucide-react";
import { useId, useState } from "react";
import type { Label } from "@/shared/api/inspection";
import { useMay } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { IconButton } from "@/shared/ui/button";
import { TextField } from "@/shared/ui/field";
import { Menu, MenuItem } from "@/shared/ui/menu";
import { Segmented } from "@/shared/ui/segmented";
import { FileButtons } from "@/shared/upload/file-buttons";
import { FolderDialog } from "@/shared/upload/folder-dialog";
import { useZipField } from "@/shared/upload/zip-field";
import { LibraryPicker } from "./library-picker";
import type { Said } from "./send-parts";

interface IntakeProps {
  project: string;
  said: Said;
  onSaid: (said: Said) => void;
  /** Defect types that are in use, to be offered again. */
  types: readonly string[];
  onFiles: (files: readonly File[]) => void;
  onFolder: (folder: string) => Promise<unknown>;
}

const LABELS = [
  { value: "good", text: t("parts.good") },
  { value: "defect", text: t("parts.defect") },
] as const satisfies { value: Label; text: string }[];

/** Says what the next pictures are, and asks for them: as files, a folder, a ZIP, or from the library. */
export function Intake({ project, said, onSaid, types, onFiles, onFolder }: IntakeProps) {
  const engineer = useMay("engineer");
  const [asking, setAsking] = useState<"library" | "folder" | null>(null);
  const zip = useZipField(onFiles);
  const list = useId();
  if (!engineer) return null;
  const close = () => {
    setAsking(null);
  };

  return (
    <div className="flex flex-wrap items-center justify-center gap-2">
      <Segmented
        label={t("parts.theyAre")}
        value={said.label}
        options={LABELS}
        onChange={(label) => {
          onSaid({ ...said, label });
        }}
      />
      {said.label === "defect" && (
        <>
          <TextField
            label={t("parts.defectType")}
            hideLabel
            className="w-44"
            placeholder={t("parts.defectTypeExample")}
            maxLength={100}
            list={list}
            value={said.defectType ?? ""}
            onChange={(event) => {
              onSaid({ ...said, defectType: event.target.value || undefined });
            }}
          />
          <datalist id={list}>
            {types.map((type) => (
              <option key={type} value={type} />
            ))}
          </datalist>
        </>
      )}
      <FileButtons
        label={said.label === "good" ? t("parts.addGood") : t("parts.addDefects")}
        onFiles={onFiles}
      />
      <Menu
        label={t("parts.otherWays")}
        trigger={
          <IconButton look="plain" label={t("parts.otherWays")}>
            <Ellipsis size={17} />
          </IconButton>
        }
      >
        <MenuItem icon={<FileArchive size={16} />} onSelect={zip.choose}>
          {t("parts.zip")}
        </MenuItem>
        <MenuItem
          icon={<Images size={16} />}
          onSelect={() => {
            setAsking("library");
          }}
        >
          {t("parts.fromLibrary")}
        </MenuItem>
        <MenuItem
          icon={<FolderInput size={16} />}
          onSelect={() => {
            setAsking("folder");
          }}
        >
          {t("parts.serverFolder")}
        </MenuItem>
      </Menu>
      {zip.field}
      {asking === "library" && <LibraryPicker project={project} said={said} onClose={close} />}
      {asking === "folder" && (
        <FolderDialog
          text={t("parts.folderText")}
          action={t("import.action")}
          onFolder={onFolder}
          onClose={close}
        />
      )}
    </div>
  );
}
