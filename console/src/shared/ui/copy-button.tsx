import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { t } from "@/shared/i18n/text";
import { IconButton } from "./button";

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <IconButton
      label={copied ? t("copied") : label}
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => {
          setCopied(true);
          setTimeout(() => {
            setCopied(false);
          }, 2000);
        });
      }}
    >
      {copied ? <Check size={16} className="text-good" /> : <Copy size={16} />}
    </IconButton>
  );
}
