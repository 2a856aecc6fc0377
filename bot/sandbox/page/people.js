// People as the page shows them, from Slack's user objects.

export function displayName(user) {
  return user?.real_name || user?.profile?.real_name || user?.profile?.display_name || user?.name || "?";
}

export function viewerOf(user, now) {
  const locale = localeOf(user.locale);
  return { id: user.id, tz: safeZone(user.tz), locale, lang: locale.startsWith("es") ? "es" : "en", now };
}

// Slack says es-LA for Latin America, which no browser knows.
function localeOf(locale) {
  const wanted = (locale || "en-US").replace("_", "-").replace("es-LA", "es-419");
  try {
    return Intl.getCanonicalLocales(wanted)[0];
  } catch {
    return "en-US";
  }
}

function safeZone(tz) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: tz });
    return tz || "UTC";
  } catch {
    return "UTC";
  }
}

// Zones are named without accents; their people are not.
const ACCENTS = {
  Bogota: "Bogotá",
  Mexico_City: "Ciudad de México",
  Panama: "Panamá",
  Asuncion: "Asunción",
  Sao_Paulo: "São Paulo",
};

export function cityOf(tz) {
  const city = (tz ?? "UTC").split("/").pop();
  return ACCENTS[city] ?? city.replaceAll("_", " ");
}

export function initials(name) {
  const words = name.trim().split(/\s+/);
  return (words.length > 1 ? words[0][0] + words.at(-1)[0] : name.slice(0, 2)).toLocaleUpperCase();
}

// A steady hue from an id, so that a face is recognised.
export function hue(id) {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 360;
  return sum;
}
