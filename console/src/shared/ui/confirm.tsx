import { t } from "@/shared/i18n/text";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface ConfirmProps {
  open: boolean;
  title: string;
  consequence: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** For what cannot be undone: says what will happen, and names the deed on the button. */
export function Confirm({ open, title, consequence, action, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog open={open} onOpenChange={onClose} title={title} description={consequence}>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          look="danger"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
