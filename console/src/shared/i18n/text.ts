import english from "./en.json";

type Catalogue = typeof english;
export type MessageKey = keyof Catalogue;
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}.other` ? Stem : never) : never;
type Values = Record<string, string | number>;

const numbers = new Intl.NumberFormat("en");
const plurals = new Intl.PluralRules("en");

/** The text of a key; `{name}` in it is replaced by the value of that name, numbers as people write them. */
export function t(key: MessageKey, values: Values = {}): string {
  return english[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? numbers.format(value) : value;
  });
}

/** The text for so many: `KEY.one` or `KEY.other`, in which `{count}` is the number. */
export function plural(key: PluralKey, count: number, values: Values = {}): string {
  const form = `${key}.${plurals.select(count)}` as MessageKey;
  return t(form in english ? form : (`${key}.other` as MessageKey), { ...values, count });
}

export function isMessage(key: string): key is MessageKey {
  return key in english;
}
