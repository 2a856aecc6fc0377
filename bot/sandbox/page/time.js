// Moments for people: Slack's date tokens and the page's own clock, in the viewer's zone and language.
const DAY = 86_400_000;
const formatters = new Map();

export function format(ms, viewer, options) {
  const key = JSON.stringify([viewer.locale, viewer.tz, options]);
  if (!formatters.has(key)) {
    formatters.set(key, new Intl.DateTimeFormat(viewer.locale, { timeZone: viewer.tz, ...options }));
  }
  return formatters.get(key).format(ms);
}

export const timeOf = (ms, viewer) => format(ms, viewer, { hour: "numeric", minute: "2-digit" });
export const fullMoment = (ms, viewer) => format(ms, viewer, { dateStyle: "full", timeStyle: "long" });
export const shortMoment = (ms, viewer) =>
  format(ms, viewer, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });

const TOKENS = {
  date_num: (ms, v) => isoDay(ms, v.tz),
  date: (ms, v) => format(ms, v, { month: "long", day: "numeric", ...yearIfFar(ms, v) }),
  date_short: (ms, v) => format(ms, v, { month: "short", day: "numeric", ...yearIfFar(ms, v) }),
  date_long: (ms, v) =>
    format(ms, v, { weekday: "long", month: "long", day: "numeric", ...yearIfFar(ms, v) }),
  date_long_full: (ms, v) =>
    format(ms, v, { weekday: "long", month: "long", day: "numeric", year: "numeric" }),
  time: timeOf,
  time_secs: (ms, v) => format(ms, v, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago: ago,
};
for (const name of ["date", "date_short", "date_long"]) {
  TOKENS[`${name}_pretty`] = (ms, v) => nearDay(ms, v) ?? TOKENS[name](ms, v);
}
TOKENS.day_divider_pretty = (ms, v) => nearDay(ms, v) ?? TOKENS.date_long(ms, v);

export function dateToken(ms, pattern, viewer) {
  return pattern.replace(/\{(\w+)\}/g, (whole, name) => TOKENS[name]?.(ms, viewer) ?? whole);
}

export const dayHeading = (ms, viewer) => capital(TOKENS.day_divider_pretty(ms, viewer), viewer.locale);

function capital(text, locale) {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

export function isoDay(ms, tz) {
  return format(ms, { locale: "en-CA", tz }, { year: "numeric", month: "2-digit", day: "2-digit" });
}

function yearIfFar(ms, viewer) {
  return Math.abs(ms - viewer.now) > 183 * DAY ? { year: "numeric" } : {};
}

function nearDay(ms, viewer) {
  const days = Math.round(
    (Date.parse(isoDay(ms, viewer.tz)) - Date.parse(isoDay(viewer.now, viewer.tz))) / DAY,
  );
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(viewer.locale, { numeric: "auto" }).format(days, "day");
}

function ago(ms, viewer) {
  const steps = [
    [DAY, "day"],
    [3_600_000, "hour"],
    [60_000, "minute"],
    [1000, "second"],
  ];
  const gap = ms - viewer.now;
  const [size, unit] = steps.find(([step]) => Math.abs(gap) >= step) ?? steps[3];
  return new Intl.RelativeTimeFormat(viewer.locale, { numeric: "auto" }).format(Math.round(gap / size), unit);
}

// --- wall time in a zone -------------------------------------------------------------------------

export function wallOf(ms, tz) {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone: tz,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(ms);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

// The instant of a wall reading; a reading the clock skips lands after the gap.
export function instantOf(wall, tz) {
  const asUtc = Date.parse(`${wall}Z`);
  const offset = (ms) => Date.parse(`${wallOf(ms, tz)}Z`) - Math.floor(ms / 60_000) * 60_000;
  const first = asUtc - offset(asUtc);
  return asUtc - offset(first);
}

// 09:00 of the next weekday in the zone, strictly after `ms`.
export function nextWorkingMorning(ms, tz) {
  let day = wallOf(ms, tz).slice(0, 10);
  for (;;) {
    const at = instantOf(`${day}T09:00`, tz);
    const weekday = new Date(`${day}T12:00Z`).getUTCDay();
    if (at > ms && weekday !== 0 && weekday !== 6) return at;
    day = new Date(Date.parse(`${day}T12:00Z`) + DAY).toISOString().slice(0, 10);
  }
}
