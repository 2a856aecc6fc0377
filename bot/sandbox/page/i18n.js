import { WORDS } from "./words.js";

// A translator for one language; a key without words shows itself, which a test looks for.
export const translator =
  (lang) =>
  (key, fields = {}) =>
    (WORDS[lang]?.[key] ?? WORDS.en[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => fields[name] ?? "");
