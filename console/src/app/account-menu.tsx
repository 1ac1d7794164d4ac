import { CircleUser, GraduationCap, KeySquare, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { PasswordDialog } from "@/features/session/password-dialog";
import { useSignOut } from "@/features/session/sign-in";
import { showTour } from "@/features/tour/tour";
import { useMe } from "@/shared/api/me";
import { t } from "@/shared/i18n/text";
import { chooseTheme, THEMES, useTheme } from "@/shared/lib/theme";
import { Menu, MenuChoice, MenuItem, MenuLine } from "@/shared/ui/menu";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** Who I am, how the page looks, and the way out. */
export function AccountMenu() {
  const me = useMe();
  const theme = useTheme();
  const signOut = useSignOut();
  const [choosing, setChoosing] = useState(false);
  const email = me.data?.user?.email ?? "";

  return (
    <>
      <Menu
        label={t("account")}
        trigger={
          <button
            type="button"
            aria-label={t("account")}
            className="flex h-11 w-full min-w-11 items-center justify-center gap-3 rounded-md px-2.5 text-left hover:bg-hover lg:justify-start"
          >
            <CircleUser size={20} className="shrink-0 text-ink-soft" aria-hidden />
            <span className="hidden min-w-0 lg:block">
              <span className="block truncate text-sm font-medium">{email}</span>
              <span className="block text-xs text-ink-soft">{me.data && t(`role.${me.data.role}`)}</span>
            </span>
          </button>
        }
      >
        <p className="max-w-60 truncate px-2.5 pt-1.5 text-sm font-medium lg:hidden">{email}</p>
        <MenuChoice
          label={t("theme")}
          value={theme}
          onChange={chooseTheme}
          options={THEMES.map((value) => {
            const Icon = ICONS[value];
            return { value, text: t(`theme.${value}`), icon: <Icon size={16} /> };
          })}
        />
        <MenuLine />
        <MenuItem icon={<GraduationCap size={16} />} onSelect={showTour}>
          {t("tour.again")}
        </MenuItem>
        <MenuItem
          icon={<KeySquare size={16} />}
          onSelect={() => {
            setChoosing(true);
          }}
        >
          {t("password.change")}
        </MenuItem>
        <MenuItem
          icon={<LogOut size={16} />}
          onSelect={() => {
            signOut.mutate();
          }}
        >
          {t("signOut")}
        </MenuItem>
      </Menu>
      {choosing && (
        <PasswordDialog
          open
          onClose={() => {
            setChoosing(false);
          }}
        />
      )}
    </>
  );
}
